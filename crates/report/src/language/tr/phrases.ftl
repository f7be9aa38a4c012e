# What engines and tables say in English, found again by its English form.

## Labels of ways, kinds of sheets and figures.
said-cheapest = en ucuz
said-fastest = en hızlı
said-greenest = en az emisyonlu
said-safest = en az riskli
said-balanced = dengeli
said-way = { $n }. yol
said-cost-sheet = gösterge niteliğinde maliyet hesabı
said-quotation = fiyat teklifi
said-hours-kind = parçaların medyanları toplamı, kuyruksuz; bütünün 90. yüzdeliği, fırtınalar ortak
said-light-kind = yol uzunluğu x camda ışık gecikmesi + donanım

## Waits.
said-wait-headway = beklenen: sıfır ile bir sefer aralığı arasında eşit
said-wait-full = kuyruksuz beklenen: sıfır ile dolunca kalkan hattın en uzun beklemesi arasında eşit
said-wait-simulated = benzetime göre, kuyrukla birlikte: partilerin yarısı { $half } saate kadar, onda dokuzu { $nine } saate kadar bekler
said-wait-timetable = tarifede yetişilen ilk harekete kadar
said-wait-hours = tesis açılana kadar
said-wait-cut-off = talebe bağlı hareketten önce kabulün kapanması
said-wait-until-open = açılmasını bekleme: { $name }
said-wait-for = bekleme: { $name }
said-entry-exit = giriş-çıkış transiti
said-haul = tek demiryolunda taşıma

## What is missing.
said-chain-scope = taşıma ve aktarma merkezlerinin kuyudan tekerleğe CO2e emisyonu; iş, belirtilen esaslı mesafeyle, düzeltme katsayısı olmadan sayılır; sınır, belge ve bekleme iş sayılmaz
said-no-factor-at = { $name }: emisyon katsayısı yok: { $names }
said-no-factor = emisyon katsayısı yok: { $names }
said-empty-running = boş dönüş belirtilmemiş: { $names }
said-no-charge = ücreti bilinmiyor: { $names }
said-no-emission = emisyon katsayısı bilinmiyor: { $names }
said-light-ship = { $name }: { $place } derinliği { $depth } m, { $vehicle } için { $wanted } m gerekir, bu yüzden { $payload } t yerine { $left } t alır; ton başına fiyat boş kalan yeri kimin üstlendiğini söylemez

## Conditions and promises.
said-avoid = kaçın: { $what }
said-use = zorunlu: { $what }
said-beside = birlikte: { $what }
said-permits-asked = izin başvurusu { $day }
said-within = { $days } gün içinde
said-by-end = { $day } sonuna kadar

## Remarks on an answer.
said-exact = Güzergâhlar toplanabilir ölçütlerde kesindir: maliyet, süre (medyanlar toplamı), CO2e ve ağır olay riski; yayımlanmış tarifesi olmayan hareketi bekleme beklenen değerdir. Fiyatlar hareket gününe aittir.
said-coarser = Daha kaba istendi: gösterilen bir güzergâh süre, CO2e ve riskte en çok %{ $share } kötü ve daha pahalı değilse öteki eksik olabilir; tarifesi olmayan hareketi bekleme beklenen değerdir. Fiyatlar hareket gününe aittir.
said-large-lot = Parti büyük: küme { $unit } { $name } biriminde kesindir.
said-cents = ABD senti
said-seconds = saniye
said-grams = gram CO2e
said-millionths = riskin milyonda biri
said-ways-worth = Değer güzergâh sayısı { $all }; { $shown } gösteriliyor.
said-door-to-door = Süre kapıdan kapıya sayılır; farklı günlerin hareketleri varış anıyla değil, süreyle karşılaştırılır.

## Why there is no way.
said-none-left = çıkarılanlardan sonra güzergâh kalmadı: { $sentences }
said-sentence = { $name } ({ $rule }): { $reason }
said-asked-away = ondan kaçınılmasını istediniz
said-without-condition = bu koşul olmadan aynı soru
said-larger-lot = daha büyük parti
said-no-tariff = bu gün burada bu yük için tarife satırı yok; tabloda satır yok diye de hiçbir şey bedava taşınmaz
said-tariff-row = burada geçerli bir tarife satırı
said-small-lot = { $least } t altında parti alınmaz, parti ise { $lot } t
said-quota-larger = { $reason } { $name } kotası yılda { $quota } { $unit }, parti daha büyük.
said-lot-at-most = en çok { $quota } { $unit } parti
said-permit-by = izin: { $name }, veren kurum: { $authority }
said-day-rule-ends = { $day } ve sonrası, kural kalkınca
said-no-paper-of = tablolarda belge yok; { $authority } onayı, { $what } için izin veren bir rule satırı olurdu
said-no-paper = tablolarda belge yok; onay, { $what } için izin veren bir rule satırı olurdu
said-too-shallow = bu gün { $place } suyu hattın bütün gemileri için sığ
said-deeper-water = { $place } için daha derin su ya da daha az su çeken gemi
said-limits = güzergâh var, ama hiçbiri koyduğunuz sınırlara uymuyor
said-raise = fiyat sınırını, CO2e sınırını veya en geç varışı birer birer yükseltin
said-take-back = yasakları birer birer kaldırın: izin, başka gün, başka ekipman ya da yolu açan bir senaryo
said-check = ekipmanı, günü ve senaryoyu denetleyin; yoldaki yerleri `keruen explain` listeler
said-cannot-load = { $place } yerinde bu yükü trene, gemiye, kamyona ya da boruya yükleyen tesis yok (bu gün açık tesis sayısı: { $n })
said-no-chain = bu gün bu yük için { $from } – { $to } arasında açık kesim, hat ve işlem zinciri yok
said-all-used = yük { $place } yerine ulaşır, ama zorunlu olanların tümünü aynı kesimi gidip dönmeden kullanan güzergâh yok
said-no-unloading = yük { $place } yerine ulaşır ({ $on }), ama orada bu yükü boşaltan işlem yok
said-no-clearing = yük { $place } yerine ulaşır, ama orada ülkeye giriş işlemi yok

## What works instead.
said-not-avoided = { $what } kaçınılmaz değil
said-need-not-be-used = { $what } zorunlu değil
said-alone = yük tek başına taşınır
said-in = { $name } ile
said-later = { $asked } yerine { $day } hareket
said-to-instead = bunun yerine { $place } yerine
said-from-instead = bunun yerine { $place } yerinden

## Papers.
said-transit-declaration = transit beyannamesi
said-smgs = SMGS taşıma senedi
said-smgs-waybill = SMGS taşıma senedi
said-phytosanitary = bitki sağlık sertifikası
said-bill-of-lading = konşimento
said-import-declaration = ithalat veya transit beyannamesi
said-cmr = CMR taşıma senedi
said-tir = TIR karnesi veya transit beyannamesi
said-ship-list = vagonların gemi listesi
said-quality = kalite belgesi
said-cim-smgs = ortak CIM/SMGS taşıma senedi
said-cim = CIM taşıma senedi
said-origin = menşe şahadetnamesi
said-passport = pasaport
said-dangerous-goods = tehlikeli madde taşıma evrakı (UN 2912, LSA-I, IP-1 ambalaj)
said-radiation = radyasyon ölçüm belgesi

## Authorities and countries.
said-nuclear-authority = nükleer düzenleme kurumu ({ $country })
said-radiation-authority = nükleer ve radyasyon kurumu ({ $country })
said-quarantine = bitki karantina servisi ({ $country })
said-government = Hükümet ({ $country })
said-agriculture = Tarım Bakanlığı ({ $country })
said-energy = Enerji Bakanlığı ({ $country })
said-port-or-railway = liman veya demiryolu idaresi
said-ship-owner = armatör
said-owner-and-flag = armatör ve bayrak devleti
said-pipeline-operator = boru hattı işletmecisi
said-insurers = sigortacılar, bankalar
said-model-default = modelin varsayılan kuralı
said-kazakhstan = Kazakistan
said-azerbaijan = Azerbaycan
said-georgia = Gürcistan
said-russia = Rusya
said-russian-federation = Rusya Federasyonu
said-china = Çin
said-france = Fransa
said-united-states = ABD
said-canada = Kanada
said-armenia = Ermenistan
said-turkiye = Türkiye
said-iran = İran
said-uzbekistan = Özbekistan
said-turkmenistan = Türkmenistan
said-poland = Polonya

## What charges hold.
said-includes-haulage = çekim, platform vagon ve yoldaki manevra
said-includes-wagon = demiryolu vagonuyla çekim ve dönüşü; yoldaki manevra
said-includes-road = sürücü, yakıt, geçiş ücretleri
said-includes-sea = deniz navlunu
said-includes-transit = iki yer arasında demiryolunun tüm ücreti; kilometre ücretlerinin yerine
said-includes-taxes = vergiler ve havalimanı ücretleri
said-includes-pumping = pompalama, uçlarda depolama ve deniz terminalinde yükleme
said-includes-charter = parti için kiralanan gemi; 24 konteynerden küçük parti tüm gemiyi öder
said-excludes-lifts = kaldırma, hat açıklığı değişimi, sınır ücretleri
said-excludes-loading = yükleme, sınır ücretleri, feribotlar
said-excludes-border = sınır ücretleri veya feribotlar
said-excludes-port-lifts = limanlardaki kaldırmalar

## A study.
said-computed-status = hesaplandı
said-sources-only = yalnız kaynaklar
said-not-computable = hesaplanamaz
said-sources-side-by-side = Model yanıtı gerekmez: kaynaklar yan yana konmuştur.
said-not-computable-why = Hesaplanamaz: { $why }
said-finding = { $variant }: en az { $usd } ABD doları, { $days } gün, { $kg } kg CO2e
said-finding-light-usd = { $variant }: tek yön { $ms } ms, { $usd } ABD doları
said-finding-light = { $variant }: tek yön { $ms } ms
said-finding-none = { $variant }: güzergâh yok ({ $reason })
said-influence-method = etki: değer alt sınırdan üst sınıra gidince çalışmanın ana sonuçlarındaki (her seçeneğin en az maliyeti, süresi, CO2e) ortalama değişim; kaynaklı paydaki ağırlık: değerin yüzde biri için ortalama değişim, okunan ve varsayılan için aynı
said-cost-a-tonne = ton maliyeti, en ucuz güzergâh
said-netback = netback, en ucuz güzergâh
said-injection = basımdan teslime
said-blend-ratio = akışın kaldırdığı harman oranı
said-latency-one = gecikme, tek yön
said-latency-both = gecikme, gidiş-dönüş
said-pair-working = korumalı çift: çalışan yol, tek yön
said-pair-protection = korumalı çift: yedek yol, tek yön
said-availability-working = çalışan yolun erişilebilirliği
said-availability-pair = çiftin erişilebilirliği
said-fare-before = destekten önce bilet, tek yön
said-departures-a-week = haftalık uçuş
said-return-cheapest = gidiş-dönüş, en ucuz
said-return-unsubsidised = desteksiz gidiş-dönüş

## What flow and simulation say.
said-method-least-cost = en az maliyet
said-method-most = en çok taşıma
said-method-choice = tercih
said-queue-free = Süreler kuyruksuzdur: dolu bir sınır yükü modelin dışında bekletir; fiyatı bir birim fazlasının tasarrufunu söyler.
said-continuous = Partiler süreklidir; sefer ve tren sayıları tam sayı olmayabilir.
said-ranges-unknown = { $count } fiyatın aralığı bulunamadı; fiyatların kendisi kanıtlıdır.
said-one-more-vehicle = bir araç daha
said-tenth-more = onda bir fazlası
said-no-way-there = oraya açık kesim, hat ve işlem zinciri gitmiyor; nedenini `keruen route` söyler
said-country = ülke
said-operator = işletmeci
said-forth = gidiş
said-back = dönüş
said-both = iki yön
said-waits-come = Beklemeler tablolardaki kuyruksuz sürelerden, kaynaklardan, gemilerden ve havadan çıkar; gözlenmiş bekleme girilmemiştir.
said-lots-keep = Partiler güzergâhında kalır; depolar ve yasaklar henüz kimseyi bekletmez; günlük kıtlığın tüm koşu için tek hızı vardır.
said-intervals = Aralıklar tekrarlar üzerinden ortalamanındır (%95); varsayılan göstergeler hakkında bir şey söylemez.
said-pieces = parça
said-hours-through = transit yükün yoldaki saatleri
said-tonnes-through-arrived = varan transit yükün tonu
said-hours-wait-ships = transit yükün gemi beklediği saatler
said-hours-wait-room = transit yükün yer, vagon ya da izin beklediği saatler
said-pieces-wait-ships = gemi bekleyen parça
said-hours-off-ports = gemilerin demir yerindeki saatleri
said-hours-wait-line = { $line } bekleme saatleri, { $place }
said-pieces-wait-line = { $line } bekleyen parça, { $place }
said-hours-of-row = saat, { $row }
said-tonnes-of-row = ton, { $row }

## Why not.
said-is-used-one = { $name } kullanılıyor: { $way } güzergâh.
said-is-used = { $name } yanıtın { $n } güzergâhında kullanılıyor ({ $ways }).
said-is-dominated = { $name } izinli, ama ondan geçen her güzergâhtan maliyet, süre, CO2e ve riskte birden daha iyisi var.
said-would-need = { $name } üzerinden güzergâh için çıkarılan gerekir: { $sentences }
said-part-closed = { $name } açık, ama bu gün { $part } açık değil.
said-dead-end = Yük { $name } yerine ulaşır, ama bu gün oradan { $to } yerine aynı kesimi gidip dönmeden götüren açık bir şey yok.
said-nothing-puts = Yük { $place } yerine gelir ({ $on }), ama orada onu { $name } üzerine koyan bir şey yok.
said-no-chain-to = Bu gün bu yük için { $from } – { $name } arasında açık kesim, hat ve iş zinciri yok.
said-cannot-stand = Bu ekipmandaki yük { $name } üzerinde duramaz.
said-other-goods = { $name } başka yük veya başka ekipman alır.
said-no-fit = fit tablosu ekipmanın hiçbirini { $name } araçlarına koymuyor.
said-other-gauge = Yük { $name } yerine başka hat açıklığıyla gelir, orada bunu değiştiren bir şey yok.
said-only-scenario = { $name } hiçbir tabloda yok; onu yalnız bir senaryo getirir.
said-opens-on = { $name } { $from } tarihinde açılır; soru { $day } içindir.
said-was-open = { $name } { $to } tarihine kadar açıktı; soru { $day } içindir.
said-status = { $name } açık değil: durumu { $status }.
said-day-from = { $day } ve sonrası bir gün
said-day-up-to = { $day } tarihine kadar bir gün
said-under-construction = yapım aşamasında
said-proposed = önerilmiş
said-closed = kapalı

## What the command says when it cannot go on.
said-did-you-mean = { $what }; yoksa { $near } mi?
said-no-corridor = { $name } bir koridor değil: corridor.toml içeren klasör yok
said-there-is-no = böyle bir şey yok: { $what }
said-place-quoted = yer { $name }
said-scenario-quoted = senaryo { $name }
said-cargo-quoted = yük { $name }
said-unit-quoted = birim { $name }
said-nothing-called = bu adda bir şey yok: { $name }
said-not-a-day = { $day } diye bir gün yok; biçim YYYY-AA-GG
said-where-to = nereden nereye? { $command }
said-no-wishes = demand ve market tablolarında { $year } için satır yok; içerdikleri bir yılı sorun
said-cannot-write = yazılamıyor: { $file }: { $why }
said-is-there = { $file } zaten var; hiçbir şeye dokunulmadı
said-nothing-moves = { $id } üzerinden bir şey gitmiyor; gidenleri --csv listeler
said-positive = miktar sıfırdan büyük bir sayıdır
said-too-much = miktar her birimde en çok milyon kere milyondur
said-counted-in = yük { $own } ile sayılır, { $asked } ile değil; şununla sorun: { $units }
said-stopped = yanıt bulunmadan durduruldu
said-no-fit-row = fit tablosu bir { $equipment } içine ne kadar { $cargo } sığdığını söylemiyor; satır ekleyin

## Papers of the bundled corridor that name a count.
said-tonnage-account = tonajdaki Kazakistan payının hesabı
said-traffic-right-printed = taşıyıcının trafik hakkı, { $one } – { $other } (her taraf için haftada { $n } uçuş, { $year } verisi)
said-traffic-right = taşıyıcının trafik hakkı, { $one } – { $other } (toplam haftada { $n } uçuş, bu çiftte { $pair })
