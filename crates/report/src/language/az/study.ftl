# The report of a study, and where figures come from.
study-claims = Nə deyildi və bu barədə nə demək olar
study-claims-short = Nə deyildi
study-contents = mündəricat
study-made-by = Yaradan əmr:
study-footer = Məbləğlər göstərilən qiymət illərinin ABŞ dolları ilədir; heç bir ödəniş inflyasiyaya düzəldilməyib. CO2e «quyudan təkərə» hesablanıb. Sətirdə deyilmədikcə vaxta növbə daxil deyil.
study-answered-in = Cavabı
study-stands-in = Harada deyilib
study-other-sources = Eyni mövzuda başqa mənbələr
study-time-and-distance = Vaxt və məsafə, hər birinin ən ucuz marşrutu
study-every-way = Bütün sərfəli marşrutlar
study-variant = { $variant }: marşrutlar və xərc hesabatları
count-places = yer
count-links = sahə
count-figures = istinadlı göstərici
count-sources = mənbə
count-assumed = fərziyyə və ya bənzətmə ilə alınmış göstərici

## Heads.
head-value = qiyməti
head-as-of = tarixi
head-source = mənbə
head-cheapest-usd = ən ucuz, ABŞ dolları
head-its-time = onun vaxtı
head-fastest = ən sürətli
head-its-usd = onun ABŞ dolları
head-least-co2e = ən az kq CO2e
head-more = əlavə
head-group = qrup
head-read = mənbədən
head-computed = hesablanıb
head-proxy = bənzətmə
head-assumed = fərziyyə
head-uncited = mənbəsiz
head-weight = cavablarda çəkisi
head-sourced = mənbədən və ya hesablanmış, çəki ilə
head-figure = göstərici
head-method = üsul
head-moves-all = bütün cavabları dəyişir
head-moves-most = ən çox dəyişdiyi
head-why = niyə və mənbələr

## Sources.
sources-title = Göstəricilər nəyə əsaslanır
sources-lead = Bu araşdırmanın cavablarına təsiri ilə ölçüldükdə göstəricilərin { $share } mənbədən oxunub və ya mənbələrdən hesablanıb; qalanı bənzətmə ilə götürülüb və ya fərziyyədir, hər birinin aralığı və səbəbi var.
sources-stale = İstifadədə olan { $count } fakt { $days } gündən köhnədir.
sources-unused = bir faiz artım cavabları demək olar ki, dəyişmir
sources-first = Əvvəlcə nə dəqiqləşdirilməlidir
sources-order = Göstəricilər aşağı həddən yuxarı həddə cavablara təsiri sırası ilə.
sources-written = Əsaslandırmalar, cədvəl və mənbə mətnləri yazıldığı dildə verilir.

## Print.
print-folded = çapda yığılıb; bu faylda ekranda durur
print-hint = Çap yığılmış hissələri buraxır və harada durduğunu deyir; açılmış hissə çap olunur.
print-whole = Yığılmış hissələr də çap olunsun
