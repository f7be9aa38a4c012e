# What engines and tables say in English, found again by its English form.

## Labels of ways, kinds of sheets and figures.
said-cheapest = ən ucuz
said-fastest = ən sürətli
said-greenest = tullantısı ən az
said-safest = riski ən az
said-balanced = balanslı
said-way = { $n }-ci marşrut
said-cost-sheet = təxmini xərc hesabatı
said-quotation = qiymət təklifi
said-hours-kind = hissələrin medianlarının cəmi, növbəsiz; bütövün 90-cı faizliyi, fırtınalar ortaq
said-light-kind = yolun uzunluğu x şüşədə işığın gecikməsi + avadanlıq

## Waits.
said-wait-headway = gözlənilən: gözləməsiz ilə bir interval arasında bərabər
said-wait-full = növbəsiz gözlənilən: gözləməsiz ilə dolanda yola düşən xəttin ən uzun gözləməsi arasında bərabər
said-wait-simulated = imitasiya üzrə, növbə ilə birlikdə: partiyaların yarısı { $half } saatadək, onda doqquzu { $nine } saatadək gözləyir
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
said-queue-free = Vaxtlar növbəsizdir: dolmuş məhdudiyyət yükü modeldən kənarda gözlədir; onun qiyməti daha bir vahidin qənaətini deyir.
said-continuous = Partiyalar fasiləsizdir; reyslər və qatarlar tam ədəd olmaya bilər.
said-ranges-unknown = { $count } qiymətin aralığı tapılmadı; qiymətlərin özü sübut olunub.
said-one-more-vehicle = daha bir nəqliyyat vasitəsi
said-tenth-more = onda bir çox
said-no-way-there = ora aparan açıq sahələr, xətlər və əməliyyatlar zənciri yoxdur; səbəbini `keruen route` deyir
said-country = ölkə
said-operator = operator
said-forth = düz
said-back = geri
said-both = hər iki
said-waits-come = Gözləmələr cədvəllərdəki növbəsiz vaxtlardan, resurslardan, gəmilərdən və havadan alınır; müşahidə olunmuş gözləmə daxil edilməyib.
said-lots-keep = Partiyalar öz marşrutunda qalır; anbar və qadağalar hələ heç kimi saxlamır; gündəlik çatışmayanın bütün hesab üçün bir norması var.
said-intervals = Aralıqlar təkrarlar üzrə ortanın aralığıdır (95 %); fərziyyə göstəricilər haqqında heç nə demir.
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
