# What engines and tables say in English, found again by its English form.

## Labels of ways, kinds of sheets and figures.
said-cost-sheet = təxmini xərc hesabatı
said-quotation = qiymət təklifi
said-hours-kind = hissələrin medianlarının cəmi, növbəsiz; bütövün 90-cı faizliyi, fırtınalar ortaq
said-light-kind = yolun uzunluğu x şüşədə işığın gecikməsi + avadanlıq

## Waits.
said-wait-headway = gözlənilən: gözləməsiz ilə bir interval arasında bərabər
said-wait-full = növbəsiz gözlənilən: gözləməsiz ilə dolanda yola düşən xəttin ən uzun gözləməsi arasında bərabər
said-wait-simulated = imitasiya üzrə, növbə ilə birlikdə: partiyaların yarısı { $half } saatadək, onda doqquzu { $nine } saatadək gözləyir
said-wait-observed = { $first } – { $last } müşahidəsi üzrə ({ $place }): cəmi { $low } – { $high } saat, gözləməsiz { $own } saat çıxılıb
said-wait-timetable = cədvəl üzrə çatılan ilk yola düşməni
said-wait-hours = obyekt açılanadək
said-wait-cut-off = sifarişlə yola düşmədən əvvəl qəbulun bağlanması
said-wait-until-open = açılanadək gözləmə: { $name }
said-wait-for = gözləmə: { $name }
said-entry-exit = giriş-çıxış tranziti
said-haul = bir dəmir yolu ilə daşıma

## What is missing.
said-chain-scope = daşıma və qovşaqların «quyudan təkərə» CO2e tullantıları; nəqliyyat işi göstərilən əsaslı məsafə ilə, düzəliş əmsalı olmadan hesablanıb; sərhəd, sənəd və gözləmə iş sayılmır
said-no-factor-at = { $name }: tullantı əmsalı yoxdur: { $names }
said-no-factor = tullantı əmsalı yoxdur: { $names }
said-empty-running = boş qaçış göstərilməyib: { $names }
said-no-charge = haqqı məlum deyil: { $names }
said-no-emission = tullantı əmsalı məlum deyil: { $names }
said-light-ship = { $name }: { $place } dərinliyi { $depth } m, { $vehicle } üçün isə { $wanted } m lazımdır, ona görə { $payload } t əvəzinə { $left } t götürür; ton üzrə qiymət boş qalan yeri kimin çəkdiyini demir

## Conditions and promises.
said-avoid = yan keçmək: { $what }
said-use = mütləq: { $what }
said-beside = birlikdə: { $what }
said-permits-asked = icazə müraciəti { $day }
said-within = { $days } gün ərzində
said-by-end = { $day } sonunadək

## Remarks on an answer.
said-exact = Marşrutlar toplanan meyarlar – xərc, vaxt (medianların cəmi), CO2e və ciddi hadisələr riski üzrə dəqiqdir; dərc olunmuş cədvəli olmayan yola düşmənin gözlənilməsi gözlənilən qiymətdir. Qiymətlər yola düşmə gününə görədir.
said-coarser = Daha kobud istənilib: göstərilən marşrut vaxt, CO2e və risk üzrə ən çoxu { $share } % pisdirsə və baha deyilsə, başqası buraxıla bilər; cədvəli olmayan yola düşmənin gözlənilməsi gözlənilən qiymətdir. Qiymətlər yola düşmə gününə görədir.
said-large-lot = Partiya böyükdür: çoxluq { $unit } { $name } dəqiqliyi ilə hesablanıb.
said-cents = ABŞ senti
said-seconds = saniyə
said-grams = qram CO2e
said-millionths = riskin milyonda biri
said-ways-worth = Sərfəli marşrutların sayı { $all }; { $shown } göstərilib.
said-door-to-door = Vaxt qapıdan qapıya hesablanır, ona görə müxtəlif günlərin yola düşmələri gəlmə anına görə deyil, müddətə görə müqayisə olunur.

## Why there is no way.
said-none-left = çıxarılandan sonra marşrut qalmadı: { $sentences }
said-sentence = { $name } ({ $rule }): { $reason }
said-asked-away = ondan yan keçməyi istəmisiniz
said-without-condition = bu şərt olmadan həmin sual
said-larger-lot = daha böyük partiya
said-no-tariff = bu gün burada bu yük üçün tarif sətri yoxdur, cədvəldə sətir olmadığı üçün isə heç nə pulsuz daşınmır
said-tariff-row = burada qüvvədə olan tarif cədvəli sətri
said-small-lot = { $least } t-dan kiçik partiya götürülmür, partiya isə { $lot } t-dur
said-quota-larger = { $reason } { $name } kvotası ildə { $quota } { $unit }, partiya ondan böyükdür.
said-lot-at-most = ən çoxu { $quota } { $unit } partiya
said-permit-by = icazə: { $name }, verən orqan: { $authority }
said-day-rule-ends = { $day } tarixindən sonra, qayda qüvvədən düşəndə
said-no-paper-of = cədvəllərdə sənəd yoxdur; { $authority } razılığı { $what } üçün icazə verən rule sətri olardı
said-no-paper = cədvəllərdə sənəd yoxdur; razılıq { $what } üçün icazə verən rule sətri olardı
said-too-shallow = bu gün { $place } suyu bu xəttin bütün gəmiləri üçün dayazdır
said-deeper-water = { $place } daha dərin su və ya az oturan gəmi
said-limits = marşrutlar var, amma heç biri qoyduğunuz hədlərə sığmır
said-raise = qiymət həddini, CO2e həddini və ya son gəlmə vaxtını bir-bir artırın
said-take-back = qadağaları bir-bir götürün: icazə, başqa gün, başqa avadanlıq və ya yolu açan ssenari
said-check = avadanlığı, günü və ssenarini yoxlayın; yoldakı yerləri `keruen explain` göstərir
said-cannot-load = { $place } yerində bu yükü qatara, gəmiyə, maşına və ya kəmərə yükləyən obyekt yoxdur (bu gün açıq obyektlər: { $n })
said-no-chain = bu gün bu yük üçün { $from } – { $to } arasında açıq sahələr, xətlər və əməliyyatlar zənciri yoxdur
said-all-used = yük { $place } yerinə çatır, amma məcburi olanların hamısını eyni sahəni gedib-qayıtmadan əhatə edən marşrut yoxdur
said-no-unloading = yük { $place } yerinə çatır ({ $on }), amma orada bu yükü boşaldan əməliyyat yoxdur
said-no-clearing = yük { $place } yerinə çatır, amma orada ölkəyə buraxan sərhəd rəsmiləşdirməsi yoxdur

## What works instead.
said-not-avoided = { $what } yan keçilmir
said-need-not-be-used = { $what } məcburi deyil
said-alone = yük tək daşınır
said-in = { $name } ilə
said-later = { $asked } əvəzinə { $day } yola salmaq
said-to-instead = əvəzinə { $place } yerinə
said-from-instead = əvəzinə { $place } yerindən

## Papers.
said-transit-declaration = tranzit bəyannaməsi
said-smgs = SMGS qaiməsi
said-smgs-waybill = SMGS qaiməsi
said-phytosanitary = fitosanitar sertifikat
said-bill-of-lading = konosament
said-import-declaration = idxal və ya tranzit bəyannaməsi
said-cmr = CMR qaiməsi
said-tir = TIR kitabçası və ya tranzit bəyannaməsi
said-ship-list = vaqonların gəmi siyahısı
said-quality = keyfiyyət sertifikatı
said-cim-smgs = vahid CIM/SMGS qaiməsi
said-cim = CIM qaiməsi
said-origin = mənşə sertifikatı
said-passport = pasport
said-dangerous-goods = təhlükəli yük daşıma sənədi (BMT 2912, LSA-I, IP-1 qablaşdırma)
said-radiation = radiasiya nəzarəti aktı

## Authorities and countries.
said-nuclear-authority = nüvə nəzarəti orqanı ({ $country })
said-radiation-authority = nüvə və radiasiya nəzarəti orqanı ({ $country })
said-quarantine = bitki karantini xidməti ({ $country })
said-government = Hökumət ({ $country })
said-agriculture = Kənd Təsərrüfatı Nazirliyi ({ $country })
said-energy = Energetika Nazirliyi ({ $country })
said-port-or-railway = liman və ya dəmir yolu administrasiyası
said-ship-owner = gəmi sahibi
said-owner-and-flag = gəmi sahibi və bayraq dövləti
said-pipeline-operator = boru kəməri operatoru
said-insurers = sığortaçılar, banklar
said-model-default = modelin standart qaydası
said-kazakhstan = Qazaxıstan
said-azerbaijan = Azərbaycan
said-georgia = Gürcüstan
said-russia = Rusiya
said-russian-federation = Rusiya Federasiyası
said-china = Çin
said-france = Fransa
said-united-states = ABŞ
said-canada = Kanada
said-armenia = Ermənistan
said-turkiye = Türkiyə
said-iran = İran
said-uzbekistan = Özbəkistan
said-turkmenistan = Türkmənistan
said-poland = Polşa

## What charges hold.
said-includes-haulage = dartı, platforma və yolda çeşidləmə
said-includes-wagon = dəmir yolunun vaqonu ilə dartı və onun qayıdışı; yolda çeşidləmə
said-includes-road = sürücü, yanacaq, yol haqqı
said-includes-sea = dəniz fraxtı
said-includes-transit = iki yer arasında dəmir yolunun bütün haqqı; kilometr dərəcələrinin əvəzinə
said-includes-taxes = vergilər və hava limanı rüsumları
said-includes-pumping = vurma, uclarda saxlama və dəniz terminalında yükləmə
said-includes-charter = partiya üçün frax edilmiş gəmi; 24 konteynerdən az partiya bütün gəmini ödəyir
said-excludes-lifts = qaldırma, iz eninin dəyişdirilməsi, sərhəd rüsumları
said-excludes-loading = yükləmə, sərhəd rüsumları, bərələr
said-excludes-border = sərhəd rüsumları və ya bərələr
said-excludes-port-lifts = limanlarda qaldırma işləri

## A study.
said-computed-status = hesablanıb
said-sources-only = yalnız mənbələr
said-not-computable = hesablanmır
said-sources-side-by-side = Model cavabı lazım deyil: mənbələr yan-yana qoyulub.
said-not-computable-why = Hesablanmır: { $why }
said-finding = { $variant }: { $usd } ABŞ dollarından, { $days } gündən, { $kg } kq CO2e-dən
said-finding-light-usd = { $variant }: bir istiqamətdə { $ms } ms, { $usd } ABŞ dolları
said-finding-light = { $variant }: bir istiqamətdə { $ms } ms
said-finding-none = { $variant }: marşrut yoxdur ({ $reason })
said-influence-method = təsir: qiymət aşağı həddən yuxarı həddə keçəndə araşdırmanın əsas göstəricilərinin (hər variantın ən az xərci, vaxtı, CO2e) orta dəyişməsi; mənbəli paydakı çəki: qiymətin bir faizinə orta dəyişmə, oxunan və fərziyyə eyni
said-cost-a-tonne = tonun xərci, ən ucuz marşrut
said-netback = netbek, ən ucuz marşrut
said-injection = vurulmadan təhvilə qədər
said-blend-ratio = axının qaldırdığı qarışıq payı
said-latency-one = gecikmə, bir istiqamətdə
said-latency-both = gecikmə, gediş-gəliş
said-pair-working = qorunan cüt: əsas yol, bir istiqamətdə
said-pair-protection = qorunan cüt: ehtiyat yol, bir istiqamətdə
said-availability-working = əsas yolun əlçatanlığı
said-availability-pair = cütün əlçatanlığı
said-fare-before = subsidiyadan əvvəl bilet, bir istiqamətdə
said-departures-a-week = həftədə reyslər
said-return-cheapest = gediş-gəliş, ən ucuzu
said-return-unsubsidised = subsidiyasız gediş-gəliş

## What flow and simulation say.
said-method-least-cost = ən az xərc
said-method-most = ən çox ötürmə
said-method-choice = seçim
said-one-more-vehicle = daha bir nəqliyyat vasitəsi
said-tenth-more = onda bir çox
said-no-way-there = ora aparan açıq sahələr, xətlər və əməliyyatlar zənciri yoxdur; səbəbini `keruen route` deyir
said-operator = operator
said-forth = düz
said-back = geri
said-both = hər iki
said-pieces = ədəd
said-hours-through = tranzit yükün yolda saatları
said-tonnes-through-arrived = çatan tranzit yükün tonu
said-hours-wait-ships = tranzit yükün gəmi gözlədiyi saatlar
said-hours-wait-room = tranzit yükün yer, vaqon və ya icazə gözlədiyi saatlar
said-pieces-wait-ships = gəmi gözləyən ədəd
said-hours-off-ports = gəmilərin reyddə saatları
said-hours-wait-line = { $line } gözləmə saatları, { $place }
said-pieces-wait-line = { $line } gözləyən ədəd, { $place }
said-hours-of-row = saat, { $row }
said-tonnes-of-row = ton, { $row }

## Why not.
said-is-used-one = { $name } istifadə olunur: { $way } marşrut.
said-is-used = { $name } cavabın { $n } marşrutunda istifadə olunur ({ $ways }).
said-is-dominated = { $name } icazəlidir, amma ondan keçən hər marşrutdan xərc, vaxt, CO2e və risk üzrə eyni anda üstün olanı var.
said-would-need = { $name } ilə marşrut üçün çıxarılan lazımdır: { $sentences }
said-part-closed = { $name } açıqdır, amma bu gün { $part } açıq deyil.
said-dead-end = Yük { $name } yerinə çatır, amma bu gün oradan { $to } yerinə eyni sahəni gedib-qayıtmadan aparan açıq heç nə yoxdur.
said-nothing-puts = Yük { $place } yerinə çatır ({ $on }), amma orada onu { $name } üzərinə qoyan heç nə yoxdur.
said-no-chain-to = Bu gün bu yük üçün { $from } – { $name } arasında açıq sahələr, xətlər və işlər zənciri yoxdur.
said-cannot-stand = Bu avadanlıqdakı yük { $name } üzərində dayana bilməz.
said-other-goods = { $name } başqa yük və ya başqa avadanlıq qəbul edir.
said-no-fit = fit cədvəli avadanlığın heç birini { $name } nəqliyyatına buraxmır.
said-other-gauge = Yük { $name } yerinə başqa iz enli yolla gəlir, orada isə onu dəyişən heç nə yoxdur.
said-only-scenario = { $name } heç bir cədvəldə yoxdur; onu yalnız ssenari gətirir.
said-opens-on = { $name } { $from } tarixində açılır; sual { $day } üçündür.
said-was-open = { $name } { $to } tarixinədək açıq idi; sual { $day } üçündür.
said-status = { $name } açıq deyil: vəziyyəti – { $status }.
said-day-from = { $day } tarixindən sonrakı gün
said-day-up-to = { $day } tarixinədək gün
said-under-construction = tikilir
said-proposed = təklif olunub
said-closed = bağlıdır

## What the command says when it cannot go on.
said-did-you-mean = { $what }; bəlkə { $near }?
said-no-corridor = { $name } dəhliz deyil: corridor.toml olan qovluq yoxdur
said-there-is-no = belə bir şey yoxdur: { $what }
said-place-quoted = yer { $name }
said-scenario-quoted = ssenari { $name }
said-cargo-quoted = yük { $name }
said-unit-quoted = vahid { $name }
said-nothing-called = belə ad yoxdur: { $name }
said-not-a-day = { $day } – belə gün yoxdur, forması İİİİ-AA-GG
said-where-to = haradan haraya? { $command }
said-no-wishes = demand və market cədvəllərində { $year } ili üçün sətir yoxdur; onlarda olan ili soruşun
said-cannot-write = yazmaq olmur: { $file }: { $why }
said-is-there = { $file } artıq var; heç nəyə toxunulmadı
said-nothing-moves = { $id } üzərindən heç nə getmir; gedənləri --csv göstərir
said-positive = miqdar sıfırdan böyük ədəd olmalıdır
said-too-much = miqdar istənilən vahiddə ən çoxu milyon milyondur
said-counted-in = yük { $own } ilə sayılır, { $asked } ilə yox; bununla soruşun: { $units }
said-stopped = cavab tapılmamış dayandırıldı
said-no-fit-row = fit cədvəli bir { $equipment } içinə nə qədər { $cargo } sığdığını demir; sətir əlavə edin

## Papers of the bundled corridor that name a count.
said-tonnage-account = tonnajda Qazaxıstan payının hesabatı
said-traffic-right-printed = daşıyıcının uçuş hüququ, { $one } – { $other } (hər tərəfə həftədə { $n } reys, { $year } məlumatı)
said-traffic-right = daşıyıcının uçuş hüququ, { $one } – { $other } (cəmi həftədə { $n } reys, bu cütdə { $pair })

## Parties, seats, cables and proposals.
said-more = çox
said-less = az
said-points = xallarla
said-ranks = yerlərlə
said-intervals-given = aralıqlarla
said-free = sərbəst
said-group-budget = büdcə
said-group-business = biznes
said-group-debt = borc
said-group-economy = iqtisadiyyat
said-group-environment = ətraf mühit
said-group-risk = risk
said-group-service = xidmət
said-group-society = cəmiyyət
said-turkiye-own = Türkiyə
said-hungary = Macarıstan
said-kyrgyzstan = Qırğızıstan
said-tajikistan = Tacikistan
said-development-bank = İnkişaf bankı
said-environmental-ngo = Ekoloji QHT
said-railways-and-lines = Dəmir yolları və gəmiçilik xətləri
said-sea-ports = Dəniz limanları
said-shippers-forwarders = Yük sahibləri və ekspeditorlar
said-note-bank = Nümunə xallar, heç bir bankın siyasəti deyil: layihənin gəliri, dəyəri və emissiyaları.
said-note-carrier = Nümunə yerlər, heç bir şirkətin mövqeyi deyil: daxilolmadan qalan, sonra daşıma həcmi.
said-note-port = Nümunə yerlər, heç bir limanın mövqeyi deyil: əvvəlcə daşıma həcmi.
said-note-shipper = Aralıq şəklində nümunə paylar, heç bir şirkətin mövqeyi deyil: qiymət və günlər.
said-note-ngo = Yalnız sırası verilən nümunə çəkilər: əvvəl emissiyalar, sonra xərc; heç bir təşkilatın mövqeyi deyil.
said-note-ships-more = Nümunə çəkilər, dövlətin mövqeyi deyil: daşıdığından çox göndərən dövlət yük sahiblərini və günləri birinci qoyur.
said-note-links = Nümunə çəkilər, dövlətin mövqeyi deyil: yüklə yanaşı insanlar və məlumat əlaqələri də sayılır.
said-note-receipts = Nümunə çəkilər, dövlətin mövqeyi deyil: əvvəl öz daxilolmaları, sonra yük sahibləri və daşımalar, büdcə və ətraf mühit.
said-gain-shippers = yük sahiblərinin qazancı
said-gain-carriers = daşıyıcıların və limanların qazancı
said-gain-budgets = büdcələrin qazancı
said-money-once = birdəfəlik xərclənən pul
said-npv = xalis cari dəyər
said-change-of = dəyişmə: { $what }
said-change-receipts = daxilolmanın dəyişməsi, { $who }
said-through-carried = daşınan tranzit tələbi
said-boxes-carried = daşınan tranzit konteynerlər
said-through-left = geridə qalan tranzit tələbi
said-through-outside = kənar yolla gedən tranzit tələbi
said-through-charges = tranzit tələbinin ödənişləri
said-through-generalised = tranzit tələbinin ödənişləri və vaxtı
said-through-co2e = tranzit tələbinin CO2e-si
said-background-carried = daşınan fon daşımaları
said-figure-cheapest = { $ask }: ən ucuz yol
said-figure-fastest = { $ask }: ən sürətli yol, növbəsiz
said-figure-co2e = { $ask }: ən az CO2e
said-figure-ms = { $ask }: ən sürətli, bir tərəfə
said-figure-down = { $ask }: xidmətsiz, bir-birini qoruyan iki yol
said-unit-t-yr = t/il
said-unit-teu-yr = TEU/il
said-unit-usd-yr = ABŞ dolları/il
said-unit-usd = ABŞ dolları
said-unit-h-yr = saat/il
said-unit-days = gün
said-unit-kg = kq
said-unit-ms = ms
said-baku = Bakı
said-one-unit-less = bir vahid azaltmaq olmur: fon daşımaları mövcud olanı tutub və birinci gedir; aşağı həddən yuxarı istənilən qiymət optimumu sübut edir
said-nothing-done = Heç nə edilmir
said-as-it-is = Olduğu kimi
said-corridor-as-it-is = Dəhliz olduğu kimi
said-not-known-for = { $what }: { $all } ssenaridən { $some } üçün məlum deyil
said-weighted-sum = çəkili cəm
said-method-mean = orta
said-method-borda = Borda
said-method-copeland = Kopelend
said-eligible-trips = hüquqlu səfərlər { $n }
said-elasticity = elastiklik { $n }
said-load-of-new = yeni reyslərin doluluğu { $n }
said-floor-fails = heç bir istifadə hər dövlətə minimum payını vermir: onu azaldın və ya büdcəni artırın
said-eligible-told = İki dövlət arasında hüquqlu şəxslərin bugünkü qiymətlərlə ildə gediş-dönüş səfərləri: { $mid } ({ $low } – { $high }); fərziyyə. İndiyədək sayılan: Azərbaycan və Qazaxıstan arasında 222 və təxminən 80 tələbə (FLI-031); heç bir səhifə gənc alimləri və onların səfərlərini saymır.
said-elasticity-told = Səfərlərin qiymətə görə elastikliyi: -{ $mid } ({ $low } – { $high }). Marşrut səviyyəsində -1,4 (-1,2 – -1,5), millətüstü səviyyədə -0,6, Asiya daxilində 0,95 dəfə (FLI-026, FLI-028, FLI-029). Aşağı hədd bütün cütlər birdən subsidiyalaşdırılanda doğrudur.
said-new-load-told = Yeni reysin doluluğu: { $mid } ({ $low } – { $high }); fərziyyə.
said-voucher-told = Vauçer: gediş-dönüş səfəri üçün Erasmus+ zonaları, 500, 2000, 3000, 4000, 8000 km-ə qədər 180, 275, 360, 530, 820 EUR (FLI-030), bilet qiymətindən çox deyil.
said-guarantee-told = Zəmanət: reys dövrəsinin xərci ilə gəlirinin fərqi, sıfırdan aşağı deyil, Qazaxıstanın daxili xətlərdə ödədiyi kimi (FLI-001); yer-kilometrin xərci və gəliri 5,97 və 6,41 ABŞ senti (FLI-010). Qazaxıstan Türküstan – Aktau xəttində reys dövrəsinə 4,27 milyon KZT ödəyib (FLI-006, hesablanıb).
said-guarantee-note = Zəmanət bütün sərnişinləri daşıyır; vauçer yalnız hüquqlu şəxslərə ödəyir. İkisinin əlavə səfərləri eyni adamların deyil.
said-fares-note = Bilet qiymətləri cədvəllərdə hesablanıb, dərc olunmayıb: bax `{ $command }`.
said-direct-note = Birbaşa reysin qənaət etdiyi saatlar sayılmır: zəmanətin əlavə səfərləri aşağı qiymətin gətirdikləridir.
said-fibre-ends = Əlçatanlığın hədləri: hər nasazlıq tezliyi { $low } və { $high } dəfə, basdırılmış və dayaz su kabeli üzrə mənbələrin aralığı (FIB-022, FIB-025, FIB-028).
said-fibre-ship = Bir dənizin kabellərinə bir təmir gəmisi; heç bir səhifə Xəzərdə yerləşənini göstərmir, ona görə 20 günlük təmir başqa yerdən götürülüb (FIB-023, FIB-024).
said-fibre-no-price = Tbit/s üçün açıq qiymət tapılmadı, ona görə kabelin dəyəri pulla deyil, xidmət saatları ilə verilib.
said-no-span = { $from } – { $to }: cədvəllərin heç bir hissəsi ora aparmır
said-by-months = ən az xərc, aylar üzrə
said-one-day = Bütün tərəflərə bir gün üçün sual verilir: ssenarilərinin dediyi ən son gün, yoxdursa dəhlizin günü.
said-flow-of = Axın { $year } ilindir, { $periods }, ən az xərclə və verilmiş tələblə: təklif yükü yollar arasında və ya geridə qalandan köçürür; yeni tələb yaratmır.
said-twelve-months = on iki ay
said-one-period = bir dövr
said-simulated-luck = Simulyasiyaların təsadüfi şərtləri ortaqdır: hər təkrarda bütün tərəflərdə eyni fırtınalar və eyni gəlişlər; yük öz tərəfinin aylıq axınının yolları ilə gedir.
said-flow-drawn = Axın göstəricilərinin aşağı və yuxarı qiyməti fərz edilən və başqa yerdən götürülən göstəricilərin seçmələrinin 5 və 95 faizidir; bir seçmə onları bütün tərəflərdə eyni dəyişir, ssenarinin qoyduğu isə sabit qalır. Yollarınkı qiymət aralıqlarından gəlir.
said-flow-no-ends = Axın göstəricilərinin aşağı və yuxarı həddi yoxdur: aralıqları burada hesablanmır. Yollarınkı qiymət aralıqlarından gəlir.
said-side-idle = { $side }: dəyişdiyi sətirlərin heç biri { $year } ildə açıq deyil, ona görə heç nəyi görünmür; sonrakı ili soruşun.
said-side-later = { $side }: { $year } ildən sonrakı gündən danışır, ona görə { $same } axını yalnız o vaxt açıq olan sətirlərini görür.
said-side-wishes = { $side }: əsasdan başqa miqdarlar istəyir, ona görə yük sahiblərinin qazancı birbaşa müqayisə olunmur.
said-no-gain-seen = bu axın qazanc görmür: genişləndirdiyi yer bu dövrlərdə dolu deyil və ya qazancı pulda deyil
said-no-cost-known = heç bir mənbə dəyərini demir
said-no-life-known = heç bir mənbə nə qədər xidmət edəcəyini demir
said-no-rate = heç bir dərəcə cari dəyərini sıfır etmir: dəyərindən az gətirir
said-terms-assumed = Hər ikisi fərziyyədir: dəhlizin heç bir mənbəyi diskont dərəcəsini və ya daşıyıcının növbəti ton-kilometrinin dəyərini demir. Onları study.toml, [round_table] içində dəyişin.
said-added = əlavə olunub
said-there = var
said-calibrated-note = Tranzit tələbi və fon daşımaları qiymətləndirmələri ilə birlikdə tələb cədvəlindəndir; qiymətləndirmədə istifadə olunan sayğacın uyğunluğu az şey sübut edir.

## Answers cut off.
said-stopped-sides = Bitməmiş dayandırıldı: { $sides } müqayisə olunmayıb.
said-stopped-pairs = Bütün variantlar imitasiya edilməmiş dayandırıldı: cütlər olmadan imitasiya fərqi deyilmir.
said-stopped-draws = Bütün seçmələr edilməmiş dayandırıldı: aşağı və yuxarı hədd { $asked } seçmədən { $made } ədədinə əsaslanır.

## What stands in lists of the whole corridor.
said-open = açıq
said-yes = bəli
said-places-of = yerlər: { $name }
said-payload-of = yükgötürmə: { $name }
said-departures-of = yola düşmələr: { $name }
said-ship-hours-of = gəmi-saat: { $name }
said-at-end-of-period = { $name }, dövrün sonunda
said-transport-work = nəqliyyat işi
said-lognormal = loqnormal({ $law })
said-triangular = üçbucaqlı({ $law })
said-ranges-still = Mənbədən götürülən və ya hesablanan göstəricilər dəyişmir, aşağı və yuxarı həddi olmayan fərziyyələr də; parametrlər bir-birindən asılı olmadan dəyişir.

## Units in which things were counted.
said-unit-wagons = vaqon
said-unit-trucks = yük maşını
said-unit-trains = qatar
said-unit-containers = konteyner
said-unit-ships = gəmi
said-unit-calls = gəliş
said-unit-calls-month = gəliş/ay
said-unit-voyages = reys
said-unit-vehicles = nəqliyyat vasitəsi
said-unit-persons = nəfər
said-unit-wagons-day = vaqon/gün
said-unit-trucks-voyage = yük maşını/reys
said-unit-kmh = km/saat
said-unit-mps = m/san

## Criteria of the round table, in short.
said-criterion-shippers = yük sahibləri
said-criterion-carriers = daşıyıcılar və limanlar
said-criterion-budgets = büdcələr
said-criterion-cost = xərc
said-criterion-npv = xalis cari dəyər
said-criterion-tonnes = ton
said-criterion-teu = TEU
said-criterion-left = qalan yük
said-criterion-outside = kənar yol
said-criterion-charges = ödənişlər
said-criterion-generalised = ümumiləşdirilmiş xərc
said-criterion-co2e = CO2-ekv.
said-criterion-background = fon daşımaları
said-criterion-receipts = daxilolma, { $country }
said-preset-turkic = (türk dövlətləri)
said-preset-trade = (ticarət)
said-preset-cica = (AQEM)
said-preset-c6 = (C6 ölkələri)

## What counters say.
said-calibrate-hit = Kalibrləmədən sonrakı düz gəlmə istifadə olunmuş sayğac üçün az şey sübut edir; çıxarılma sütunu və kənarda saxlananlar sübut edir.
said-calibrate-same-guess = Bir axının müxtəlif illərdəki sətirləri ilkin dispersiyasının { $share } %-ni bölüşür: arxalarında eyni təxmin durur (fərziyyə).
said-calibrate-fixed = { $count } sətrin istinadında aşağı və yuxarı hədd yoxdur, ona görə onlar sürüşə bilməz.
said-cause-stock = meydançadakı və orada yer gözləyən partiyalar, həftələrin ortası; əlçatanlığından artıq işdən çıxmış gəmilər və qarşı sahilin götürmədiyi vaqonlar heç bir cədvəldə yoxdur
said-cause-waited = bu həftələrdə gəmiyə yüklənən partiyanın ən uzun gözləməsi, təkrarların ortası
said-cause-days = bu həftələrdə çatan konteynerlərin ortası; tam qatarı, KTJ lokomotivlərini və sənədləri gözləmə əməliyyatların öz vaxtından başqa heç bir cədvəldə yoxdur
said-cause-border = keçən partiyaların ortası; cədvəllərdə məntəqələrin slotları və iş vaxtı var, növbələri yoxdur
said-cause-calls = xəttin gəmilərinin gəlişləri; modeldə bir göndəriş bir gəminin yüküdür
said-cause-boarded = bu həftələrdə qərbə yüklü gedən vaqonlar; sərəncamlar hər iki istiqamətin və boş vaqonların sayılıb-sayılmadığını demir, modeldə boş vaqon yoxdur
said-cause-trains = bu günlərdə ilk gəmisindən düşən konteynerlər, bir qatardakılara bölünmüş; başqa yerə gedən qatarlar heç bir cədvəldə yoxdur
said-cause-sent = bu günlərdə yola çıxan konteynerlər, bir qatardakılara bölünmüş; tələb cədvəli qəbul edilən qatarlardan qurulub, ona görə ilin sonunda yolda olanlar həmin il yola çıxmır
said-cause-counted = count cədvəli; hərəkət edən axının istəklərdəki payıdır, ona görə səhv əsasən istəyin və ya payındır
said-cause-under-way = göndərilmiş, amma son gün gəmidən düşməmiş konteynerlər, bir qatardakılara bölünmüş; tələb cədvəli qəbul edilən qatarlardan qurulub
said-replayed = jurnalın { $count } qeydi yenidən oynanıldı, heç biri cədvəllərin tutumunu pozmur
said-rows-left-out = { $file } faylının { $count } sətrində dövr yoxdur, onlar götürülmədi
said-send-now = { $file } faylını indi göndərin; sonra çəkiləri olan fayl və salt = { $salt } onu açır

## When a verb cannot go on: parties, seats, cables, flows.
said-file-toml = { $file }.toml: { $why }
said-file-party = { $file }.toml, { $party } tərəfi: { $why }
said-os-no-file = belə fayl və ya qovluq yoxdur
said-os-denied = icazə yoxdur
said-os-folder = bu, qovluqdur
said-no-preset = { $name } adlı hazır dəst yoxdur; olanlar: { $list }
said-parties-stopped = tərəflər dinlənilməzdən əvvəl dayandırıldı
said-study-stopped = tədqiqat bitməzdən əvvəl dayandırıldı
said-nobody-weighs = heç kim qiymətləndirmir: tərəf fayllarını və ya --preset c6, cica, turkic, trade göstərin
said-nothing-to-weigh = qiymətləndiriləcək heç nə yoxdur: ssenariləri --scenarios ilə göstərin; onları { $command } göstərir
said-demand-empty = demand cədvəli boşdur; müqayisə üçün istəklər lazımdır
said-flow-empty = demand və market cədvəlləri boşdur; axın üçün istəklər lazımdır
said-simulate-empty = demand və market cədvəlləri boşdur; simulyasiya üçün gələn yük lazımdır
said-no-party = orada [[party]] yoxdur; nümunə docs/guides/round-table.md içindədir
said-voice-below = voice { $n } sıfırdan aşağı olmamalıdır
said-no-criterion = orada [[party.criterion]] yoxdur
said-criterion-twice = { $name } meyarı iki dəfə durur
said-weights-one-way = hər meyara `points`, ya hamısına `rank`, ya hamısına `share` verin, ya da heç verməyin
said-criterion-better = { $name } meyarı: better = { $told } "more" və ya "less" olmalıdır
said-criterion-shape = { $name } meyarı: shape { $told } bunlardan biri olmalıdır: usual, u-shape, v-shape, level, linear, gaussian
said-criterion-finite = { $name } meyarı: hər ədəd sonlu olmalıdır
said-criterion-ends = { $name } meyarı: ən pis { $worst } ilə ən yaxşı { $best } arası { $better } istiqamətində deyil
said-criterion-thresholds = { $name } meyarı: 0 <= indifference <= preference olmalıdır
said-criterion-curve = { $name } meyarı: əyri [0, 0]-dan [1, 1]-ə qalxır
said-stands-too = o, { $file } içində də var və fərqlidir: birini saxlayın
said-points-below = points sıfırdan aşağı olmamalıdır
said-one-needs-points = ən azı bir meyara points lazımdır
said-interval-ends = interval 0 ilə 1 arasında aşağıdan yuxarıya getməlidir
said-intervals-reach = çəkilərin cəmi 1-dir, intervallar isə { $low } – { $high } tutur; bəzilərini genişləndirin
said-cannot-rank = { $n } ssenarini sıralamaq olmur; ən azı ikisini göstərin
said-table-gaps = cədvəldə boşluqlar var: hər ssenariyə hər meyar üzrə bir xana lazımdır
said-salt-short = salt heç kimin tapa bilməyəcəyi ən azı 16 simvol olmalıdır
said-sealed-already = onun çəkiləri artıq möhürlənib
said-salt-untold = çəkilər deyilib, amma möhürü açan salt yoxdur
said-seal-other = çəkilər və salt əvvəl deyilmiş { $hash } heşini vermir
said-no-field = { $table } cədvəlində { $field } sahəsi yoxdur
said-not-open-there = { $place } cədvəllərdə { $status } vəziyyətindədir ({ $from } – { $to }) və { $day } günü açıq deyil; başqa gün və ya onu açan ssenari ilə soruşun
said-no-questions = { $name } adlı sual yoxdur: dəhlizin sualları olan tədqiqatı yoxdur
said-no-question = tədqiqatda { $name } adlı sual yoxdur; olanlar: { $list }
said-spread = --spread sıfırdan böyük ədəddir
said-calibrate-why = kalibrləmə: { $why }
said-no-parameter = { $name }: belə parametr yoxdur; onu table:id.field kimi yazın
said-is-no-number = { $name }: bu, ədəd deyil
said-cannot-be-free = { $name }: istinadında aşağı və yuxarı hədd yoxdur, ona görə sərbəst ola bilməz
said-moves-already = { $name }: o, onsuz da sürüşür
said-no-row-moves = bu illərin heç bir tələb sətrinin istinadında aşağı və yuxarı hədd yoxdur
said-study-place = study.toml, { $place }: { $why }
said-no-rate-of = fx cədvəlində { $currency } məzənnəsi yoxdur; büdcəni USD ilə verin
said-no-flights = cədvəllərdə iki türk dövləti arasında reys yoxdur
said-no-sum = --budget { $told } məbləğ deyil; "1e9 KZT" yazın
said-no-floor = --floor { $told } 0 ilə 1 arasında deyil
said-three-numbers = { $told }: bir ədəd və ya low,middle,high yazın
said-name-a-base = əsası və müqayisə üçün ən azı bir ssenarini göstərin: { $command }
said-ranges-one = --ranges 1: aşağı və yuxarı hədd üçün ən azı 2 seçmə lazımdır
said-ranges-for = --ranges yalnız least-cost və max-throughput üçündür; choice üçün --spread 5 və 20 ilə soruşun
said-steps-alone = --steps ən az xərci yenidən həll edir və başqa --method ilə getmir
said-at-least = --at-least { $told }: LIMIT=AMOUNT yazın, məhdudiyyət cavabdakı kimi
said-no-months = təqvimdə { $year } ilindən { $months } ay yoxdur
said-unknown-subject = { $name } adlı xətt, hissə, yer, operator və ya ölkə yoxdur; table:id və ya iki hərflik ölkə kodu yazın
said-more-faults = ... və daha { $count }; hamısını { $command } sadalayır
said-two-scenarios = iki ssenari { $name } adlanır
said-under-way-name = göndərilmiş, sonda qəbul edilməmiş blok-qatarlar
said-file-csv = { $file }.csv: { $why }
said-nothing-comes = demand, market və stock cədvəllərində { $first } – { $last } arasında hərəkət edən heç nə yoxdur; onlarda olan ili soruşun
said-containers-carried = daşınan konteynerlər
said-generalised-cost = ümumiləşdirilmiş xərc
said-emissions = emissiyalar
said-unit-kg-co2e = kq CO2-ekv.
said-weighed-outside = kənara gedən və ya qalan çəkili yük
said-use-calibrate = kalibrləmə
said-use-validate = yalnız yoxlama

## How a flow was found, and why something is left.
said-come-back = Tranzit tələbin konteynerləri və vaqonları lazım olduqları yerə boş qaytarma qiymətləri ilə qayıdır; vaqonun dəmir yolu ilə geri yolu yükün qiymətindədir. Fon daşımaları sayıldığı kimi durur.
said-may-wait = Cədvəllərdə anbarı olan yerdə yük bir aydan növbətiyə gözləyə bilər: { $carried } – ayın sonunda orada yatandır; ilin sonundan heç nə keçmir.
said-choice-odds = Seçim: yol ən ucuzdan { $percent } % baha olanda seçilmə şansı e dəfə azalır (fərziyyə: mənbə yoxdur; --spread dəyişir); sətrin həcmi əsas qiymətdə gələndir, ona görə qiymət düşəndə soruşulandan çox daşına bilər; qalanı bu cədvəllərdə olmayan yolla başqa yerə gedir.
said-only-outside = dəhlizin heç bir yolu ora aparmır, yalnız kənar yolu aparır, seçim isə onu başqa yerə buraxır
said-go-elsewhere = { $percent } % başqa yerə gedir: { $why }
said-dearer-than-base = onun ən ucuz yolu əsasdakından { $percent } % bahadır
said-limits-priced = adı çəkilən məhdudiyyətlərin qiyməti var
said-nothing-left-of = fon daşımaları digər yollarında { $limits } həddindən heç nə saxlamayıb
said-delivered = { $market }, çatdırılma ilə, { $unit } üçün ABŞ dolları, vaxtla birlikdə: { $each }: ən az xərcdə ən ucuzu nə qədər az ucuz olsa da, götürə bildiyini tam götürür; { $method } üsulu fərqə görə bölür.
said-equilibrium-how = Tarazlıq: { $whose }; məhdudiyyətin qiyməti – { $price }, məhdudiyyət isə olandan artıq istifadə oluna bilər. Gözləmə dövr üzrə növbə ilə (Akcelik 1991), xidmət cədvəldəki kimi bərabər (J = { $j }, fərziyyə), hər vahidin dəyəri istifadəçilərin yükünün bir saatda itirdiyidir. Yolların saatları gözləməsizdir. Fon daşımaları ən az xərcli yollarında qalır; gəmilər ən az xərc cavabındakı qədər, donanmanın vaxtı olanda daha tez-tez üzür.
said-whose-user = hər kəs özü üçün ən yaxşı yolu seçir
said-whose-system = yollar hamı üçün birlikdə ən yaxşılarıdır
said-price-user = onun bir vahidini gözləməyin götürənə dəyəri
said-price-system = onun bir vahidini götürməyin başqalarının uzanan gözləməsi ilə hamıya dəyəri
said-nothing-there = Bunlardan heç nə yoxdur və gözləmə onları açmır: { $limits }.
said-range-not-found = onun aralığı tapılmadı: { $why }
said-no-limit = dövrdə { $limit } məhdudiyyəti yoxdur; axın cavabı onları sadalayır
said-method-equilibrium = tarazlıq
said-method-system = sistem optimumu
