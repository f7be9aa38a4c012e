# What engines and tables say in English, found again by its English form.

## Labels of ways, kinds of sheets and figures.
said-cost-sheet = gösterge niteliğinde maliyet hesabı
said-quotation = fiyat teklifi
said-hours-kind = parçaların medyanları toplamı, kuyruksuz; bütünün 90. yüzdeliği, fırtınalar ortak
said-light-kind = yol uzunluğu x camda ışık gecikmesi + donanım

## Waits.
said-wait-headway = beklenen: sıfır ile bir sefer aralığı arasında eşit
said-wait-full = kuyruksuz beklenen: sıfır ile dolunca kalkan hattın en uzun beklemesi arasında eşit
said-wait-simulated = benzetime göre, kuyrukla birlikte: partilerin yarısı { $half } saate kadar, onda dokuzu { $nine } saate kadar bekler
said-wait-observed = { $first } – { $last } gözlemine göre ({ $place }): toplam { $low } – { $high } sa, beklemesiz { $own } sa düşüldü
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
said-one-more-vehicle = bir araç daha
said-tenth-more = onda bir fazlası
said-no-way-there = oraya açık kesim, hat ve işlem zinciri gitmiyor; nedenini `keruen route` söyler
said-operator = işletmeci
said-forth = gidiş
said-back = dönüş
said-both = iki yön
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

## Parties, seats, cables and proposals.
said-more = çok
said-less = az
said-points = puanla
said-ranks = sırayla
said-intervals-given = aralıklarla
said-free = serbest
said-group-budget = bütçe
said-group-business = iş
said-group-debt = borç
said-group-economy = ekonomi
said-group-environment = çevre
said-group-risk = risk
said-group-service = hizmet
said-group-society = toplum
said-turkiye-own = Türkiye
said-hungary = Macaristan
said-kyrgyzstan = Kırgızistan
said-tajikistan = Tacikistan
said-development-bank = Kalkınma bankası
said-environmental-ngo = Çevre STK'sı
said-railways-and-lines = Demiryolları ve deniz hatları
said-sea-ports = Deniz limanları
said-shippers-forwarders = Yük sahipleri ve taşıma işleri organizatörleri
said-note-bank = Örnek puanlar, hiçbir bankanın politikası değil: projenin getirisi, maliyeti ve salımları.
said-note-carrier = Örnek sıralar, hiçbir şirketin tutumu değil: gelirden kalan, sonra trafik.
said-note-port = Örnek sıralar, hiçbir limanın tutumu değil: önce trafik.
said-note-shipper = Aralık olarak örnek paylar, hiçbir şirketin tutumu değil: fiyat ve gün.
said-note-ngo = Yalnızca sırası verilen örnek ağırlıklar: önce salımlar, sonra harcama; hiçbir kuruluşun tutumu değil.
said-note-ships-more = Örnek ağırlıklar, devletin tutumu değil: taşıdığından çok gönderen devlet yük sahiplerini ve günleri öne koyar.
said-note-links = Örnek ağırlıklar, devletin tutumu değil: yükün yanında insan ve veri bağlantıları da sayılır.
said-note-receipts = Örnek ağırlıklar, devletin tutumu değil: önce kendi gelirleri, sonra yük sahipleri ve trafik, bütçe ve çevre.
said-gain-shippers = yük sahiplerinin kazancı
said-gain-carriers = taşıyıcı ve limanların kazancı
said-gain-budgets = bütçelerin kazancı
said-money-once = bir kez harcanan para
said-npv = net bugünkü değer
said-change-of = değişim: { $what }
said-change-receipts = gelir değişimi, { $who }
said-through-carried = taşınan transit talebi
said-boxes-carried = taşınan transit konteynerler
said-through-left = geride kalan transit talebi
said-through-outside = dış seçenekle giden transit talebi
said-through-charges = transit talebinin ödediği ücretler
said-through-generalised = transit talebinin ücretleri ve süresi
said-through-co2e = transit talebinin CO2e'si
said-background-carried = taşınan arka plan trafiği
said-figure-cheapest = { $ask }: en ucuz yol
said-figure-fastest = { $ask }: en hızlı yol, kuyruksuz
said-figure-co2e = { $ask }: en az CO2e
said-figure-ms = { $ask }: en hızlı, tek yön
said-figure-down = { $ask }: hizmetsiz, birbirini koruyan iki yol
said-unit-t-yr = t/yıl
said-unit-teu-yr = TEU/yıl
said-unit-usd-yr = ABD doları/yıl
said-unit-usd = ABD doları
said-unit-h-yr = sa/yıl
said-unit-days = gün
said-unit-kg = kg
said-unit-ms = ms
said-baku = Bakü
said-one-unit-less = bir birim azı olamaz: arka plan trafiği var olanı almış ve önce gidiyor; alt uçtan yukarı her fiyat en iyiyi kanıtlar
said-nothing-done = Hiçbir şey yapılmaz
said-as-it-is = Olduğu gibi
said-corridor-as-it-is = Koridor olduğu gibi
said-not-known-for = { $what }: { $all } senaryonun { $some } tanesi için bilinmiyor
said-weighted-sum = ağırlıklı toplam
said-method-mean = ortalama
said-method-borda = Borda
said-method-copeland = Copeland
said-eligible-trips = hak sahibi yolculuklar { $n }
said-elasticity = esneklik { $n }
said-load-of-new = yeni uçuşların doluluğu { $n }
said-floor-fails = hiçbir kullanım her devlete taban payını vermiyor: onu düşürün ya da bütçeyi artırın
said-eligible-told = Hak sahiplerinin iki devlet arasında bugünkü ücretlerle yıllık gidiş dönüş yolculukları: { $mid } ({ $low } – { $high }); varsayım. Şimdiye dek sayılan: Azerbaycan ile Kazakistan arasında 222 ve yaklaşık 80 öğrenci (FLI-031); hiçbir sayfa genç bilim insanlarını ya da yolculuklarını saymıyor.
said-elasticity-told = Yolculukların ücrete esnekliği: -{ $mid } ({ $low } – { $high }). Hat düzeyinde -1,4 (-1,2 – -1,5), ülkeler üstü düzeyde -0,6, Asya içinde 0,95 katı (FLI-026, FLI-028, FLI-029). Alt uç, tüm çiftler aynı anda desteklenirse geçerlidir.
said-new-load-told = Yeni bir uçuşun doluluğu: { $mid } ({ $low } – { $high }); varsayım.
said-voucher-told = Kupon: gidiş dönüş için Erasmus+ dilimleri, 500, 2000, 3000, 4000, 8000 km'ye kadar 180, 275, 360, 530, 820 EUR (FLI-030), en fazla bilet ücreti.
said-guarantee-told = Garanti: seferin maliyeti eksi geliri, sıfırın altına inmez, Kazakistan'ın iç hatlarda ödediği gibi (FLI-001); koltuk kilometrenin maliyeti ve geliri 5,97 ve 6,41 ABD senti (FLI-010). Kazakistan Türkistan – Aktau seferi başına 4,27 milyon KZT ödedi (FLI-006, hesaplandı).
said-guarantee-note = Garanti tüm yolcuları taşır; kupon yalnız hak sahiplerine öder. İkisinin ek yolculukları aynı kişilerin değildir.
said-fares-note = Ücretler tablolarda hesaplandı, yayımlanmadı: bkz. `{ $command }`.
said-direct-note = Doğrudan uçuşun kazandırdığı saatler sayılmaz: garantinin ek yolculukları düşük ücretin getirdikleridir.
said-fibre-ends = Kullanılabilirliğin uçları: her arıza oranı { $low } ve { $high } katı, gömülü ve sığ su kablosu kaynaklarının aralığı (FIB-022, FIB-025, FIB-028).
said-fibre-ship = Bir denizin kablolarına bir onarım gemisi; hiçbir sayfa Hazar'da bulunan birini anmıyor, bu yüzden 20 günlük onarım başka yerden alındı (FIB-023, FIB-024).
said-fibre-no-price = Bir Tbit/s için açık fiyat bulunamadı, bu yüzden kablonun değeri parayla değil hizmet saatiyle verildi.
said-no-span = { $from } – { $to }: tabloların hiçbir kesimi oraya gitmiyor
said-by-months = aylara göre en az maliyet
said-one-day = Tüm taraflar tek gün için sorulur: senaryolarının andığı en son gün, yoksa koridorun günü.
said-flow-of = Akış { $year } yılınındır, { $periods }, en az maliyetle ve verili taleple: öneri yükü yollar arasında ya da geride kalandan taşır; yeni talep yaratmaz.
said-twelve-months = on iki ay
said-one-period = tek dönem
said-simulated-luck = Benzetimlerin rastlantısı ortaktır: her tekrarda tüm taraflarda aynı fırtınalar ve aynı varışlar; yük kendi tarafının aylık akış yollarını izler.
said-flow-drawn = Akış göstergelerinin altı ve üstü, varsayılan ve başka yerden alınan göstergelerin çekilişlerinin yüzde 5 ve 95'idir; bir çekiliş onları tüm taraflarda aynı oynatır, senaryonun koyduğu ise sabittir. Yollarınki fiyat aralıklarından gelir.
said-flow-no-ends = Akış göstergelerinin alt ve üst ucu yoktur: aralıkları burada hesaplanmaz. Yollarınki fiyat aralıklarından gelir.
said-side-idle = { $side }: değiştirdiği satırların hiçbiri { $year } yılında açık değil, bu yüzden hiçbir şeyi görünmüyor; sonraki bir yılı sorun.
said-side-later = { $side }: { $year } sonrası bir günden söz ediyor, bu yüzden { $same } akışı yalnız o zaman açık satırlarını görür.
said-side-wishes = { $side }: temelden farklı miktarlar istiyor, bu yüzden yük sahiplerinin kazancı doğrudan karşılaştırılamaz.
said-no-gain-seen = bu akış kazanç görmüyor: genişlettiği yer bu dönemlerde dolu değil ya da kazancı parayla değil
said-no-cost-known = hiçbir kaynak maliyetini söylemiyor
said-no-life-known = hiçbir kaynak ne kadar dayandığını söylemiyor
said-no-rate = hiçbir oran bugünkü değerini sıfırlamıyor: maliyetinden az getiriyor
said-terms-assumed = İkisi de varsayım: koridorun hiçbir kaynağı iskonto oranını ya da taşıyıcının bir sonraki ton-kilometresinin maliyetini söylemiyor. Bunları study.toml, [round_table] içinde değiştirin.
said-added = eklendi
said-there = var
said-calibrated-note = Transit talebi ve arka plan trafiği, içine tahminler konmuş talep tablosunundur; tahminde kullanılan bir sayacın tutması az şey kanıtlar.

## Answers cut off.
said-stopped-sides = Tamamlanmadan durduruldu: { $sides } karşılaştırılmadı.
said-stopped-pairs = Tüm taraflar benzetilmeden durduruldu: çiftler olmadan benzetim farkı söylenmez.
said-stopped-draws = Tüm çekimler yapılmadan durduruldu: alt ve üst uç { $asked } çekimin { $made } tanesine dayanır.

## What stands in lists of the whole corridor.
said-open = açık
said-yes = evet
said-places-of = yerler: { $name }
said-payload-of = yük kapasitesi: { $name }
said-departures-of = hareketler: { $name }
said-ship-hours-of = gemi-saat: { $name }
said-at-end-of-period = { $name }, dönem sonunda
said-transport-work = taşıma işi
said-lognormal = lognormal dağılım({ $law })
said-triangular = üçgen dağılım({ $law })
said-ranges-still = Okunan ya da hesaplanan göstergeler sabit durur, alt ve üst ucu olmayan varsayımlar da; parametreler bağımsız oynar.

## Units in which things were counted.
said-unit-wagons = vagon
said-unit-trucks = kamyon
said-unit-trains = tren
said-unit-containers = konteyner
said-unit-ships = gemi
said-unit-calls = uğrak
said-unit-calls-month = uğrak/ay
said-unit-voyages = sefer
said-unit-vehicles = araç
said-unit-persons = kişi
said-unit-wagons-day = vagon/gün
said-unit-trucks-voyage = kamyon/sefer
said-unit-kmh = km/sa
said-unit-mps = m/sn

## Criteria of the round table, in short.
said-criterion-shippers = yük sahipleri
said-criterion-carriers = taşıyıcılar ve limanlar
said-criterion-budgets = bütçeler
said-criterion-cost = harcama
said-criterion-npv = net bugünkü değer
said-criterion-tonnes = ton
said-criterion-teu = TEU
said-criterion-left = geride kalan
said-criterion-outside = dışarıdan
said-criterion-charges = ücretler
said-criterion-generalised = genelleştirilmiş maliyet
said-criterion-co2e = CO2 eşdeğeri
said-criterion-background = arka plan trafiği
said-criterion-receipts = gelir, { $country }
said-preset-turkic = (Türk devletleri)
said-preset-trade = (ticaret)
said-preset-cica = (AİGK)
said-preset-c6 = (C6 ülkeleri)

## What counters say.
said-calibrate-hit = Kalibrasyondan sonraki isabet, kullanılan sayaç için az şey kanıtlar; dışarıda bırakma sütunu ve ayrı tutulanlar kanıtlar.
said-calibrate-same-guess = Bir akışın farklı yıllardaki satırları ön değer varyansının %{ $share } kadarını paylaşır: arkalarında aynı tahmin durur (varsayım).
said-calibrate-fixed = { $count } satırın alıntısında alt ve üst yok, bu yüzden kayamazlar.
said-cause-stock = sahadaki ve orada yer bekleyen partiler, haftaların ortalaması; hazır bulunmanın ötesinde hizmet dışı gemiler ve karşı kıyının almadığı vagonlar hiçbir tabloda yok
said-cause-waited = bu haftalarda gemiye binen bir partinin en uzun bekleyişi, tekrarların ortalaması
said-cause-days = bu haftalarda varan konteynerlerin ortalaması; tam tren, KTZ lokomotifi ve evrak bekleyişi, işlemlerin kendi süreleri dışında hiçbir tabloda yok
said-cause-border = geçen partilerin ortalaması; tablolarda kapıların slotları ve iş süresi var, vardiyaları yok
said-cause-calls = hizmetin gemilerinin uğrakları; modelde bir parti bir gemi yüküdür
said-cause-boarded = bu haftalarda batıya yüklü binen vagonlar; emirler iki yönün ve boşların sayılıp sayılmadığını söylemez, modelde boş yok
said-cause-trains = bu günlerde ilk gemilerinden inen konteynerler bölü bir trendekiler; başka yere giden trenler hiçbir tabloda yok
said-cause-sent = bu günlerde yola çıkan konteynerler bölü bir trendekiler; talep tablosu alınan trenlerden kurulur, bu yüzden yıl sonunda yolda olanlar o yıl yola çıkmaz
said-cause-counted = count tablosu; hareket eden, akışın isteklerdeki payıdır, bu yüzden ıska çoğunlukla isteğin ya da payındır
said-cause-under-way = gönderilip son gün gemiden inmemiş konteynerler bölü bir trendekiler; talep tablosu alınan trenlerden kurulur
said-replayed = günlüğün { $count } kaydı yeniden oynatıldı, hiçbiri tabloların kapasitesini bozmuyor
said-rows-left-out = { $file } dosyasının { $count } satırında dönem yok, bunlar alınmadı
said-send-now = { $file } dosyasını şimdi gönderin; sonra ağırlıkları olan dosya ve salt = { $salt } onu açar

## When a verb cannot go on: parties, seats, cables, flows.
said-file-toml = { $file }.toml: { $why }
said-file-party = { $file }.toml, { $party } tarafı: { $why }
said-os-no-file = böyle bir dosya ya da klasör yok
said-os-denied = izin yok
said-os-folder = bu bir klasör
said-no-preset = { $name } adlı hazır takım yok; olanlar: { $list }
said-parties-stopped = taraflar dinlenmeden durduruldu
said-study-stopped = çalışma bitmeden durduruldu
said-nobody-weighs = kimse ağırlık vermiyor: taraf dosyalarını ya da --preset c6, cica, turkic, trade yazın
said-nothing-to-weigh = ağırlık verilecek bir şey yok: senaryoları --scenarios ile yazın; { $command } gösterir
said-demand-empty = demand tablosu boş; karşılaştırmaya istek gerek
said-flow-empty = demand ve market tabloları boş; akışa istek gerek
said-simulate-empty = demand ve market tabloları boş; benzetime gelen yük gerek
said-no-party = içinde [[party]] yok; örneği docs/guides/round-table.md içinde
said-voice-below = voice { $n } sıfırın altında olamaz
said-no-criterion = içinde [[party.criterion]] yok
said-criterion-twice = { $name } ölçütü iki kez yazılmış
said-weights-one-way = her ölçüte `points` ya da her birine `rank` ya da her birine `share` verin ya da hiç vermeyin
said-criterion-better = { $name } ölçütü: better = { $told } "more" ya da "less" olmalı
said-criterion-shape = { $name } ölçütü: shape { $told } şunlardan biri olmalı: usual, u-shape, v-shape, level, linear, gaussian
said-criterion-finite = { $name } ölçütü: her sayı sonlu olmalı
said-criterion-ends = { $name } ölçütü: en kötü { $worst } ile en iyi { $best } arası { $better } yönünde değil
said-criterion-thresholds = { $name } ölçütü: 0 <= indifference <= preference olmalı
said-criterion-curve = { $name } ölçütü: eğri [0, 0]'dan [1, 1]'e yükselir
said-stands-too = { $file } içinde de var ve farklı: birini tutun
said-points-below = points sıfırın altında olamaz
said-one-needs-points = en az bir ölçüte points gerek
said-interval-ends = aralık 0 ile 1 arasında alttan üste gitmeli
said-intervals-reach = ağırlıkların toplamı 1, aralıklar ise { $low } – { $high } kapsıyor; bazılarını genişletin
said-cannot-rank = { $n } senaryo sıralanamaz; en az iki yazın
said-table-gaps = tabloda boşluk var: her senaryoya ölçüt başına bir hücre gerek
said-salt-short = salt, kimsenin tahmin edemeyeceği en az 16 karakter olmalı
said-sealed-already = ağırlıkları zaten mühürlü
said-salt-untold = ağırlıklar söylenmiş, ama mührü açan salt yok
said-seal-other = ağırlıklar ve salt, önceden söylenen { $hash } özetini vermiyor
said-no-field = { $table } tablosunda { $field } alanı yok
said-not-open-there = { $place } tablolarda { $status } durumunda ({ $from } – { $to }) ve { $day } günü açık değil; başka bir gün ya da onu açan bir senaryoyla sorun
said-no-questions = { $name } adlı soru yok: koridorun soruları olan bir çalışması yok
said-no-question = çalışmada { $name } adlı soru yok; olanlar: { $list }
said-spread = --spread sıfırdan büyük bir sayıdır
said-calibrate-why = kalibrasyon: { $why }
said-no-parameter = { $name }: böyle bir parametre yok; table:id.field diye yazın
said-is-no-number = { $name }: bu bir sayı değil
said-cannot-be-free = { $name }: alıntısında alt ve üst yok, bu yüzden serbest olamaz
said-moves-already = { $name }: zaten kayıyor
said-no-row-moves = bu yılların hiçbir talep satırının alıntısında alt ve üst uç yok
said-study-place = study.toml, { $place }: { $why }
said-no-rate-of = fx tablosunda { $currency } kuru yok; bütçeyi USD ile verin
said-no-flights = tablolarda iki Türk devleti arasında uçuş yok
said-no-sum = --budget { $told } bir tutar değil; "1e9 KZT" yazın
said-no-floor = --floor { $told } 0 ile 1 arasında değil
said-three-numbers = { $told }: tek sayı ya da low,middle,high yazın
said-name-a-base = bir temel ve karşılaştırılacak en az bir senaryo yazın: { $command }
said-ranges-one = --ranges 1: alt ve üst uç için en az 2 çekiliş gerek
said-ranges-for = --ranges yalnız least-cost ve max-throughput içindir; choice için --spread 5 ve 20 ile sorun
said-steps-alone = --steps en düşük maliyeti yeniden çözer, başka bir --method ile kullanılmaz
said-at-least = --at-least { $told }: LIMIT=AMOUNT yazın, sınır yanıttaki adıyla
said-no-months = takvimde { $year } yılından { $months } ay yok
said-unknown-subject = { $name } adlı hizmet, kesim, yer, işletmeci ya da ülke yok; table:id ya da iki harfli ülke kodu yazın
said-more-faults = ... ve { $count } tane daha; hepsini { $command } sıralar
said-two-scenarios = iki senaryonun adı { $name }
said-under-way-name = gönderilmiş, sonda alınmamış blok trenler
said-file-csv = { $file }.csv: { $why }
said-nothing-comes = demand, market ve stock tablolarında { $first } – { $last } arasında hareket eden bir şey yok; onlarda olan bir yılı sorun
said-containers-carried = taşınan konteynerler
said-generalised-cost = genelleştirilmiş maliyet
said-emissions = emisyonlar
said-unit-kg-co2e = kg CO2 eşdeğeri
said-weighed-outside = dışarı giden ya da kalan tartılı yük
said-use-calibrate = kalibrasyon
said-use-validate = yalnız doğrulama

## How a flow was found, and why something is left.
said-come-back = Transit talebin konteyner ve vagonları, gerektiği yere boş fiyatlarıyla döner; vagonun demiryolundaki dönüşü yükün fiyatındadır. Arka plan trafiği sayıldığı gibi durur.
said-may-wait = Tablolarda deposu olan yerde yük bir aydan ötekine bekleyebilir: { $carried }, ay bittiğinde orada duran miktardır; yıl sonundan öteye bir şey aktarılmaz.
said-choice-odds = Seçim: bir yol en ucuzundan %{ $percent } pahalı olunca olasılığı e kat düşer (varsayım: kaynak yok; --spread değiştirir); satırın miktarı temel maliyette gelendir, bu yüzden maliyet düşünce istenenden çoğu taşınabilir; kalanı bu tablolarda olmayan bir yolla başka yere gider.
said-only-outside = koridorun hiçbir yolu oraya çıkmaz, yalnız dışarıdan yolu çıkar; seçim onu başka yere bırakır
said-go-elsewhere = %{ $percent } başka yere gider: { $why }
said-dearer-than-base = en ucuz yolu temeldekinden %{ $percent } pahalı
said-limits-priced = anılan sınırların bir fiyatı var
said-nothing-left-of = arka plan trafiği öteki yollarında { $limits } sınırından bir şey bırakmamış
said-delivered = { $market }, teslim, { $unit } başına USD, süre dahil: { $each }: en düşük maliyette en ucuzu ne kadar az ucuz olsa da alabildiğinin tümünü alır; { $method } yöntemi farka göre böler.
said-equilibrium-how = Denge: { $whose }; bir sınırın fiyatı { $price }, sınır var olandan fazla kullanılabilir. Beklemeler dönem kuyruğuyla (Akcelik 1991), hizmet tarifedeki kadar düzgün (J = { $j }, varsayım), her birim kullanıcılarının yükünün bir saatte yitirdiği kadar eder. Yolların saatleri beklemesizdir. Arka plan trafiği en düşük maliyetli yollarında kalır; gemiler en düşük maliyet yanıtındaki kadar, filolarının zamanı varsa daha sık sefer yapar.
said-whose-user = herkes kendisi için en iyi yolu seçer
said-whose-system = yollar, hep birlikte herkes için en iyileridir
said-price-user = bir birimini beklemenin alana maliyeti
said-price-system = bir birimini almanın, ötekilerin uzayan bekleyişiyle herkese maliyeti
said-nothing-there = Bunlardan hiç yok ve bekleme bunları açmaz: { $limits }.
said-range-not-found = aralığı bulunamadı: { $why }
said-no-limit = dönemde { $limit } sınırı yok; akış yanıtı bunları sıralar
said-method-equilibrium = denge
said-method-system = sistem optimumu
