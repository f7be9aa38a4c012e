# What the verbs and flags of the command say of themselves, found by the English sentence beside each flag.

## The program.
help-program = keruen komutu.
help-help = Yardımı gösterir
help-help-more = Yardımı gösterir (ayrıntısı: '--help')
help-help-less = Yardımı gösterir (özeti: '-h')
help-version = Sürümü gösterir
help-lang = Yanıt sözlerinin dili: İngilizce, Kazakça, Azerbaycanca, Rusça, Türkçe; verilmezse KERUEN_LANG dili, o da yoksa İngilizce

## Verbs.
help-verb-route = Bu gönderiyi nasıl taşırım? Güzergâhlar, her birine gösterge niteliğinde maliyet hesabı, belgeler, zaman-mesafe çizelgesi
help-verb-flow = Koridor ne kadar taşıyor, ne geride kalıyor ve her darboğazın değeri ne?
help-verb-simulate = Gerçekte ne olur: yılın çok sayıda tekrarında yol süreleri, kuyruklar, gemiler ve rıhtımlar
help-verb-validate = Gözlenene karşı model: her sayaç, isabet ya da ıska, ve geçmesi gereken basit tahmin
help-verb-calibrate = Sayaçlar talep ve serbest işaretlenen parametreler için ne diyor; senaryo yazar, tablolara dokunmaz
help-verb-compare = Birkaç senaryo yan yana: ne değişir, gösterge gösterge, kim öder, kim kazanır, değeri ne
help-verb-forum = Birkaç taraf senaryoları tartar: sıralamalar, kabul edilebilirlik, nerede anlaşıyorlar, kazananı ne değiştirir
help-verb-seats = Destekli uçuşlara ayrılan bütçe ne sağlar: çiftler, kuponlar ya da garantiler, devletlere göre
help-verb-fibre = Kablolar ne katar: her yolda gecikme, kullanılabilirlik, onarım gemisi, trafik kimin ülkesinden geçer
help-verb-study = Koridor çalışmasının sorularını çalıştırıp tek rapor yazar
help-verb-serve = Görmek için: koridor tarayıcıda harita üstünde, yalnız bu makineden
help-verb-sources = Göstergeler nereden geliyor: grup ve yönteme göre sayılar, yanıtlar neye bağlı
help-verb-explain = Bir gösterge: değer, birim, yöntem, aralık, bağlantılı kaynaklar, bulunan başka değerler
help-verb-scenario = Adlandırılmış değişiklikler: list, show, diff
help-verb-scenario-list = Koridorun tüm senaryoları
help-verb-scenario-show = Bir senaryo neyi değiştirir: önce ve sonra, neden, kaynak
help-verb-scenario-diff = İki senaryonun farkı ("base" = koridor olduğu gibi)
help-verb-mcp = Bir yardımcıya yanıt verir: Model Context Protocol araçları, stdio ya da bu makinede HTTP üzerinden
help-verb-check = Koridorun her tablosunu her kurala göre denetler
help-verb-new = Her komutun hemen yanıt verdiği küçük, geçerli bir kendi koridorunuzu kurar
help-verb-export = Koridoru başka biçimde yazar: csv, gmns, gtfs, geojson
help-verb-import = Başka biçimi bir koridor klasörüne okur: gmns, gtfs, tntp
help-verb-table = Elektronik tablo olarak tablolar: export, import, UNESCAP'ın zaman/maliyet-mesafe sayfası
help-verb-table-export = Koridorun tablolarını tek çalışma kitabına yazar: her biri bir sayfa, birim ve kaynaklarıyla
help-verb-table-import = Çalışma kitabını bir koridora göre denetler, tablolarıyla yeni koridor klasörü yazar; hatalar sayfa ve hücreyle söylenir
help-verb-table-legs = UNESCAP'ın zaman/maliyet-mesafe sayfasını (basit ya da ayrıntılı) okur: bir güzergâhla karşılaştırmak için ayakları ve toplamları
help-verb-reference = Tüm tabloların başvurusunu, man sayfasını ya da tamamlamaları gösterir

## Flags that several verbs share.
help-corridor = Koridor: ad ya da klasör
help-scenario = Koridora bir senaryo uygular: adı ya da TOML dosyası (daha fazlası için yineleyin)
help-json = Yanıtı JSON olarak yazar
help-year = Takvim yılı; verilmezse demand tablosundaki son yıl
help-months = Bir yıl yerine on iki ay
help-top = Her listedeki en çok satır
help-threads = İş parçacığı sayısı; yanıt her sayıda aynıdır
help-threads-samples = Çekilişlerin iş parçacıkları; yanıt her sayıda aynıdır
help-threads-influence = Göstergelerin etkisi için iş parçacıkları; yanıt her sayıda aynıdır
help-threads-influence-short = Göstergelerin etkisi için iş parçacıkları
help-threads-both = Çekiliş ve tekrarların iş parçacıkları; yanıt her sayıda aynıdır
help-seed = Tohum
help-seed-samples = Çekilişlerin tohumu
help-seed-draws = Çekilişler için tohum
help-seed-all = Çekilişlerin ve tüm rastlantının tohumu
help-seed-luck = Tüm rastlantının tohumu: tohumu bir olan senaryoların fırtınaları da birdir
help-html = Basılabilir bir sayfa da yazar

## How do I ship this.
help-places = [CORRIDOR] FROM TO: yerler id, beş dilde ad, UN/LOCODE ya da yakın yazımla; --batch ile yalnız koridor
help-cargo = Ne taşınıyor (cargo tablosunun bir satırı)
help-equipment = Neyle gidiyor (equipment tablosunun bir satırı); verilmezse yükün alışılmış ekipmanı
help-quantity = Ne kadar
help-unit = Miktarın birimi (t, container, truck, wagon ...); verilmezse yükünki
help-day = Hareket günü, YYYY-AA-GG
help-depart = Hareketin yerel saati, SS:DD
help-any-day-in = Bu günlerin herhangi bir hareketi, FROM..TO: hepsi içinde değer güzergâhlar, her biri kendi günüyle
help-arrive-by = Bu günün sonundan önce varış, YYYY-AA-GG: --day (ya da --any-day-in) gününden sonraki hareketlerden yetişen en geçi
help-max-cost = En çok bu kadar dolara mal olan güzergâhlar
help-max-co2e = En çok bu kadar kg CO2e salan güzergâhlar
help-eps = Daha kaba, küçük güzergâh kümesi: her ölçütte en çok bu pay kadar kötü olanlar atlanır (0.05 = %5)
help-promise = Müşteriye söylenen süre, gün sayısı (21) ya da bir gün (YYYY-AA-GG): her güzergâh için bunu tutma olasılığı verilir
help-return = Bu gün dönüş, YYYY-AA-GG: dönüş yolu da sorulur ve eklenir
help-protected = Veri: ortak yanı olabildiğince az, biri ötekini koruyan iki yol da
help-avoid = Bir ülkeden (KZ) ya da satırdan (service:ferry-kuryk-alat) uzak durur; daha fazlası için yineleyin
help-use = Mutlaka bu ülkeden (KZ) ya da bu yer, kesim, hat, tesis ya da işletmeciden geçer; daha fazlası için yineleyin
help-beside = Yükle birlikte giden başka yük, yükleri ayrı tutan kurallar için; daha fazlası için yineleyin
help-permits-asked = İzinlerin istendiği gün; verilmezse hareket günü
help-rules = Koridorunkilerin yanında kendi kurallarınız: rule tablosu biçiminde CSV dosyası (yaptırımlar, iç kurallar)
help-waits = Gemi ve tren beklemeleri, yarım sefer aralığı yerine aynı koridorun benzetiminin bulduğu gibi (keruen simulate --waits-out FILE); ya da observed sözcüğüyle, hareket gününden önce gözlenmiş observation tablosundakiler, sınırlarda da
help-ways = Gösterilen en çok güzergâh
help-full = Gösterilen her güzergâhın maliyet hesabını yazar
help-why = Kuralların ve eksik fiyatların dışarıda bıraktıklarını listeler
help-why-not = Bu hat, kesim, yer, tesis, işletmeci ya da ülkenin neden kullanılmadığını, kullanılsa kaça mal olacağını söyler
help-route-geojson = Güzergâhları ve ayaklarını geometrileriyle GeoJSON olarak da yazar (- = yanıt yerine yazdırır)
help-route-csv = Ayakları ve ücretleri CSV olarak da yazar, her biri bir satır (- = yanıt yerine yazdırır)
help-batch = Bir CSV dosyasının her gönderisine yanıt verir: `from`, `to`, `cargo` sütunları ve gerekirse id, equipment, quantity, unit, day, scenario, avoid, use, beside, permits_asked
help-batch-out = Toplu yanıtların nereye yazılacağı; verilmezse standart çıktıya
help-batch-threads = Toplu işin iş parçacıkları; yanıtlar her sayıda aynıdır

## What moves, and what is left.
help-storage = --months ile: yük bir aydan ötekine depolama yerinde durabilir (yaklaşık üç kat uzun sürer)
help-empties = Konteyner ve vagonlar gerektiği yere döner: dolu ve boş hareketler birlikte bulunur
help-markets = Talep satırlarını olduğu gibi almak yerine çıkış yerleri fiyatı olan pazarlar (buğday) için yarışır
help-method = Neyin en aza ya da en çoğa çekildiği
help-link = Bu kesimi, hattı ya da işlemi kim kullanıyor, nereden nereye
help-steps = En pahalı N sınırın her biri onda bir artırılıp yeniden çözülür: ne getirir ve kime
help-flow-csv = Her kesim, hat ve işlemden ne geçtiğini CSV olarak yazar
help-flow-parquet = Her kesim, hat ve işlemden ne geçtiğini Apache Parquet dosyası olarak yazar
help-flow-geojson = Her kesimden ne geçtiğini çizgisiyle GeoJSON olarak yazar (- = yanıt yerine yazdırır)
help-must = Kaça mal olursa olsun tümüyle taşınması gereken istek (daha fazlası için yineleyin); çelişen adıyla söylenir
help-at-least = En az bu kadarı kullanılması gereken sınır (daha fazlası için yineleyin); çelişen adıyla söylenir
help-flow-ranges = Varsayım ve benzetme olan göstergelerin N çekilişi üzerinden her ana göstergenin altı ve üstü, hangilerinin önemli olduğu ve darboğazların sırasını koruyup korumadığı
help-csv-limits = Her sınırı kullanımı, fiyatı, aralığı ve fiyatın nereye dek geçerli olduğuyla CSV olarak yazar
help-spread = Yalnız choice: güzergâh 1/SPREAD pahalı olunca olasılığı e kat düşer (varsayım, 5 – 20 akla yakın)
help-least-cost = Katı kapasiteler altında en düşük genelleştirilmiş maliyet
help-max-throughput = Önce olabildiğince çok, sonra en düşük maliyet
help-choice = Yük sahipleri katı kapasiteler altında ayrı güzergâhlar ile dışarısı arasında seçer (logit)
help-equilibrium = Dolan sınırlar bekletir: herkes bekleme dahil kendisi için en iyi güzergâhı alır
help-system-optimum = Aynısı, güzergâhlar herkes için birlikte en iyi

## What really happens.
help-replications = Kaç tekrar
help-simulate-months = Yılın ocak ayından başlayarak kaç ay; aralıktan sonra gelecek yılın talebi gelir
help-divert-after = Gemisinin kuyruğunda ilk sıradaki bu kadar gün bekleyince yük aynı isteğin başka güzergâhına, dışarıdan olanı dahil, döner
help-simulate-promise = Bu kadar gün içinde varan partilerin payını yazar
help-foresight = Gönderenler en düşük maliyetli akışın güzergâhlarını seçerken ne kadar ileriyi görür
help-foresight-year = Yılı bütün olarak, sözleşmenin bağladığı gibi
help-foresight-months = Her ayı fırtınalarıyla önceden
help-cheapest = Her şey, en düşük maliyetli akışın güzergâh ve payları yerine, en ucuz güzergâhından
help-simulate-csv = Her satırın yol sürelerini CSV olarak yazar
help-against = --scenario senaryolarının üstüne konan bu senaryonun neyi değiştirdiğini yazar: aynı rastlantıyla farklar ve aralıkları
help-precision = Transit yükün saatleri bu paya dek bilinince durur (0.02 = %2); en çok --replications, en az 10
help-log = İlk tekrarda olanları olay olay CSV olarak yazar; yeniden oynatılır ve tablolarla denetlenir
help-waits-out = Bulunan beklemeleri, öteki komutların planlamada kullanabileceği JSON olarak yazar
help-simulate-html = Yol süreleri, kuyruklar ve fırtınaların çizelgelerini tek sayfa olarak yazar
help-score = Benzetilen günlerin gözlemlerini çıkan sonucun yanında yazar

## What was counted.
help-validate-year = Takvim yılı (daha fazlası için yineleyin); verilmezse demand tablosunun her yılı
help-observations = Ek gözlemler: observation tablosu biçiminde CSV dosyası
help-validate-ranges = Varsayım ve benzetme olan göstergelerin N çekilişi üzerinden her sayacın altını ve üstünü doldurur
help-require = Sayaçların bu payı isabet etmezse 1 koduyla çıkar, 0 – 1
help-calibrate-years = Sayaçları kullanılan takvim yılları, 2023,2024 gibi; verilmezse demand tablosunun her yılı
help-free = Taleple birlikte, alıntısının uçları içinde değişebilen parametre: table:id.field (daha fazlası için yineleyin)
help-calibrate-out = Tahminleri senaryo dosyası olarak yazar

## What is weighed.
help-sides = [CORRIDOR] BASE A [B..]: + ile birleştirilen senaryolar; `base`, koridorun olduğu hali
help-compare-year = Akışın takvim yılı; verilmezse çalışmanın yuvarlak masasındaki yıl, o da yoksa demand tablosundaki son yıl
help-compare-months = Bir yıl yerine on iki ay: yıl boyu yarı kullanılan, kasımda dolu olabilir
help-compare-question = Her tarafta sorulan çalışma soruları, question ya da question/variant olarak; verilmezse yuvarlak masanınkiler
help-compare-ranges = Varsayım ve benzetme olan göstergelerin N çekilişi üzerinden akış göstergelerinin ve farklarının altı ve üstü; çekilişler tüm taraflarda aynıdır; her farkın işareti güvenilir mi
help-compare-with = Her taraftan bunları da sorar: simulate = kuyruk, hava ve gemileriyle yıl, her tekrarda aynı rastlantıyla
help-with-simulate = Kuyrukları, havası ve dolunca kalkan gemileriyle yıl
help-compare-replications = simulate ile: her taraf için kaç tekrar
help-compare-top = Her türden en çok ödeyen ve ana göstergelerin yanında en çok benzetim göstergesi
help-compare-csv = Göstergeleri CSV olarak da yazar (- = yanıt yerine yazdırır)
help-compare-xlsx = Göstergeleri çalışma kitabı olarak da yazar
help-parties = [CORRIDOR] PARTY-FILES: tarafların birleştirilen TOML dosyaları; örneği docs/guides/round-table.md dosyasında
help-preset = Örnek ağırlıklı hazır taraflar: c6, cica, turkic, trade; daha fazlası için yineleyin
help-forum-scenarios = Ne tartılıyor: çalışmanın yuvarlak masasındaki öneriler ya da + ile birleştirilen senaryolar; verilmezse her öneri
help-forum-year = Akışın takvim yılı
help-draws = Her taraf için ağırlık ve değer çekilişleri
help-forum-html = Tutanağı tek sayfa olarak yazar
help-forum-svg = Her tarafın kabul edilebilirliğini SVG olarak yazar: FILE, uzantısından önce tarafın adını alır
help-forum-csv = Sıralamaları CSV olarak yazar
help-forum-xlsx = Sıralamaları ve her karşılaştırmayı çalışma kitabı olarak yazar
help-merged = Okunan tüm tarafları tek taraf dosyası olarak yazar
help-seal = Karşılaştırma yapmaz: ağırlıkları bu salt ile mühürlenmiş tek taraf dosyasını yazar, özetlerini söyler
help-criteria = Bir tarafın tartabileceği ölçütler

## Seats and cables.
help-budget = Yıllık para: sayı ve para birimi
help-floor = Her devletin en az alması gereken bütçe payı, 0 – 1
help-eligible = Hak sahiplerinin iki devlet arasında yıllık gidiş dönüş yolculukları: tek sayı ya da LOW,MIDDLE,HIGH
help-elasticity = Yolculukların ücrete esnekliği, işaretsiz: tek sayı ya da LOW,MIDDLE,HIGH
help-seats-top = Listelenen en çok çift
help-stage = Karşılaştırılan aşamalar, sırayla, her biri + ile birleştirilen senaryolar; verilmezse: base, cable-in-service, second-cable
help-fibre-from = Bir uçtaki yerler; verilmezse: almaty, astana, baku
help-fibre-to = Öteki uçtaki yerler; verilmezse: frankfurt, istanbul, singapore
help-fibre-replications = Arıza ve onarım tekrarları
help-fibre-years = Her tekrarın yıl sayısı

## The study, the page, an assistant.
help-study-out = Çalışma klasörünün içinde oluşturulacağı klasör
help-study-json = Yanıtları JSON olarak da yazar
help-port = Bağlantı noktası; 0 boş birini alır
help-listen = Başka makineleri bu adresimizden içeri alır; --token gerekir
help-token = Her tarayıcının göstermesi gereken, 16 ya da daha çok karakterli gizli söz
help-store = Yanıtların saklandığı klasör
help-serve-threads = Yanıt veren iş parçacıkları; verilmezse çekirdek başına bir
help-mcp-corridor = Koridor: ad ya da klasör; başka bir şey okunmaz
help-http = stdio yerine bu makinenin iç adresinin bu bağlantı noktasında HTTP sunar (0 = boş olan herhangi biri)
help-seconds = Bir yanıt için en uzun süre

## The tables.
help-sources-top = Kaç parametre listelenir
help-stale-after = Bundan eski bilgiler eskimiş sayılır
help-what = table:id.field, table:id, bir tesisteki kaynak (facility:aktau-ferry.berths), id ya da yer adı
help-scenario-name = Senaryo
help-one-side = Bir taraf
help-other-side = Öteki taraf
help-check-json = Hataları JSON olarak yazar
help-new-dir = Oluşturulacak klasör; önceden var olmamalı
help-format = Biçim
help-export-target = Yazılacak klasör (csv, gmns, gtfs) ya da dosya (geojson, datapackage); önceden var olmamalı
help-import-source = Ne okunacak: klasör (gmns), zip ya da klasör (gtfs) ya da ağ dosyası (tntp)
help-import-target = Yazılacak koridor klasörü; önceden var olmamalı
help-trips = Ağın yolculukları (tntp), talep olarak
help-workbook-out = Yazılacak çalışma kitabı (.xlsx); önceden var olmamalı
help-workbook-in = Okunacak çalışma kitabı (.xlsx)
help-only-table = Yalnız bu tablo; daha fazlası için yineleyin
help-replaced-corridor = Tablolarının yerini aldığı koridor: ad ya da klasör
help-table-out = Yazılacak koridor klasörü; önceden var olmamalı. Verilmezse çalışma kitabı yalnız denetlenir
help-reference-what = Ne yazdırılacak
help-reference-verb = man ile: ilk sayfa yerine bir komutun sayfası
