# Ways, cost sheets, charts.
route-asked = { $cargo }, { $amount }: { $from } ({ $from_country }) – { $to } ({ $to_country }), { $day }
route-scenarios = ssenarilər: { $list }
route-conditions = şərtlər: { $list }
route-no-way = Marşrut yoxdur. { $reason }
route-taken-out = Qaydalara görə və ya qiymət olmadığı üçün axtarışdan əvvəl { $count } sətir çıxarıldı; siyahı: --why
would-be-lifted = bunun sayəsində açıla bilərdi: { $by }
route-try = Yoxlayın: { $hint }
route-instead = Əvəzinə nə mümkündür:
route-kept = vəd olunan vaxta çatma ehtimalı ({ $promise }): { $chance }
route-takes = yola düşmə { $departs }, gəlmə { $arrives }; səfərlərin yarısı { $half }, onda doqquzu { $nine } ərzində başa çatır
route-sheet = { $way } marşrut: { $sheet }
route-parts = hərəkətdə { $moving }, yük emalı { $handling }, sərhəddə { $border }, gözləmə { $waiting }
route-papers = sənədlər: { $list }
route-may-leave = yük { $day } tarixindən yola salına bilər
route-gap = hesabata daxil deyil: { $gap }
co2e-gap = CO2e üzrə boşluq: { $gap }
permit = icazə: { $name }, verən orqan: { $authority }, müraciət { $asked }, { $days } gün (90 %: { $most }), hazır olur { $there }
permit-quota = kvota ildə { $amount } { $unit }
permit-share = bunun { $share } hissəsini bu partiya tutur

## Heads of tables.
head-way = marşrut
head-usd = ABŞ dolları
head-low-to-high = aşağı – yuxarı
head-time = vaxt
head-p90 = 90 %
head-nine-of-ten = onda doqquzu
head-co2e = kq CO2e
head-km = km
head-risk = risk
head-leaves = yola düşmə
head-by = necə
head-leg = mərhələ
head-from = haradan
head-to = haraya
head-place = yer
head-basis = əsas
head-charges = ödənişlər və mənbələr
head-element = həlqə
head-distance = məsafənin əsası
head-activity = nəqliyyat işi
head-intensity = q vahidə
head-data = məlumat
head-change = dəyişiklik
head-taken-out = çıxarılıb
head-rule = qayda
head-whose = kimin
head-reason = səbəb
head-lifted-by = nə ilə açılar
head-arcs = qövslər

## The goods' own terms.
term-light = işıq siqnalı: { $path }
term-netback = netbek { $amount } { $unit }{ $ends }: bazarda { $price }, { $cargo } ({ $method }, { $year }), yol xərci { $cost } çıxılmaqla
term-no-owner = sahibi göstərilməyib
term-flag = { $country } { $ships } gəmi, tonnajın { $share }
term-largest-ship = ən böyük gəmi ilə { $voyages }
term-tankers = tankerlər { $service }{ $voyages }{ $least }; { $flags }
term-pipe = { $name }: vurulmadan təhvilə qədər { $days } gün
term-stream = çıxışda: { $cargo }
term-line-fill = xəttin dolumu { $fill } t, hesablanmış axın ildə { $flow } t
term-quota = kvota { $amount } t ({ $period }), bunun { $share } hissəsini bu partiya tutur
term-blend = axının { $share }
term-sulphur = onda kükürd { $share }
term-least-lot = ən kiçik partiya { $tonnes } t
term-up = vaxtın { $share } ərzində işləyir
term-path = { $km } km, bir istiqamətdə { $one } ms, gediş-gəliş { $both } ms{ $up }, keçdiyi ölkələr: { $countries }
term-seat = yer: { $fare } ABŞ dolları, bunun { $subsidy } subsidiya ilə ödənilir; sərnişin { $price } ödəyir
term-departures = həftədə { $departures } reys
apart-nodes = ortaq nə qovşağı, nə hissəsi var
apart-spans = qovşaqları ortaq, hissələri ayrı
apart-shared = hissələri ortaq: ortaq hissəsi olmayan cüt yoxdur
term-pair = qorunan cüt, { $apart }
term-working = əsas: { $path }; { $spans }
term-protection = ehtiyat: { $path }; { $spans }
term-pair-up = ikisindən biri vaxtın { $share } ərzində işləyir, nasazlıqlar asılı deyil
term-shared = ortaq: { $list }
term-both-pass = hər ikisi keçir: { $list }
term-unsubsidised = subsidiyasız { $usd }
term-return = gediş və { $day } qayıdış, { $label }: { $usd } ABŞ dolları{ $ends }{ $aided }, { $hours }, { $kg } kq CO2e
term-no-way-back = { $day } tarixində qayıdış marşrutu yoxdur

## CO2e element by element.
chain-hub = qovşaq { $place }
chain-empties = boş qaçış { $how }
chain-total = { $kg } kq CO2e, nəqliyyat işi { $activity } { $unit }
chain-intensity = { $grams } q/({ $unit })
co2e-by-element = CO2e, həlqələr üzrə

## Pages and charts.
page-title = { $from } – { $to }: { $cargo }
page-lead = { $cargo }, { $amount }, yola salınma { $day }
repeat-it = Təkrarlamaq
map-of-ways = marşrutların xəritəsi
cost-against-time = xərc və vaxt
time-and-distance = Vaxt və məsafə
time-over-distance = məsafə üzrə vaxt
slope-hint = Maili xətt – hərəkət; qalın pillə – yük emalı, sərhəd və ya gözləmə.
chart-signs = / hərəkət   | yük emalı, sərhəd və ya gözləmə
km-from-origin = başlanğıcdan km
dot-area = ABŞ dolları; nöqtənin sahəsi – CO2e
dot-tip = { $way }: { $usd } ABŞ dolları, { $time }, { $kg } kq CO2e

## The sheet on a page.
sheet-parts = Hərəkətdə { $moving }, yük emalı { $handling }, sərhəddə { $border }, gözləmə { $waiting }; onda doqquzu { $nine } ərzində.
sheet-papers = Sənədlər: { $list }.
sheet-may-leave = Yük { $day } tarixindən yola salına bilər.
sheet-gap = Hesabata daxil deyil: { $gap }
charge-line = { $rate } { $currency } { $year } / { $per } × { $quantity } = { $usd } ABŞ dolları
charge-rate = 1 { $currency } = { $rate } ABŞ dolları
charge-rate-of = 1 { $currency } = { $rate } ABŞ dolları, { $day }
charge-free-days = { $days } gün pulsuz
charge-includes = qiymətə daxildir
charge-excludes = qiymətə daxil deyil
leg-through = { $rate } birbaşa tarifinə daxildir
leg-emission = CO2e: { $name } { $factor } { $unit }
leg-draught = { $place } dərinliyi: { $depth } m, { $vehicle } üçün lazım olan { $wanted } m; yükgötürmə { $payload } t-dan { $left } t qalır
