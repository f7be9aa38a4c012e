# What the command says.
sources-hang-on = Cavablar nədən asılıdır, aşağıdan yuxarıya:
sources-broken = pozulub: { $what }
explain-method = üsul: { $method }
explain-uncited = yoxdur: bu göstəricinin mənbəsi göstərilməyib
explain-range = bilinən dəqiqlik: { $range }
explain-otherwise = başqa cür deyir
error = xəta: { $what }
wrote = yazıldı: { $file }
read-as = qeyd: { $asked } – { $meant } ({ $id }) kimi oxundu
check-kept = { $tables } cədvəlin { $rows } sətri bütün { $rules } qaydaya uyğundur
check-faults = { $count } xəta
check-english = Cədvəl xətaları cədvəllərin dilində – ingiliscə deyilir.
study-counts = yer { $places }, sahə { $links }, göstərici { $figures }, mənbə { $sources }; { $assumed } göstərici fərziyyə, { $proxy } bənzətmədir
study-line = { $usd } ABŞ dollarından ({ $range }), { $time } başlayaraq
study-no-way = marşrut yoxdur: { $reason }
study-sourced = mənbədən və ya hesablanmış, təsirə görə: { $share }
study-report = hesabat: { $file }
head-scenario = ssenari
head-day = gün
head-changes = dəyişikliklər
head-table = cədvəl
head-field = sahə
head-before = əvvəl
head-after = sonra
scenario-speaks = tarixi: { $day }; mənbələr: { $list }
mcp-serving = bu kompüterin köməkçiləri üçün { $url } açıqdır; dayandırmaq: Ctrl-C
explain-nothing = { $what } cavabı dəyişə bilən göstəriciyə malik deyil
head-why-changed = səbəb
route-waits = qeyd: { $stops } dayanacaqdakı gözləmələr { $first } – { $last } simulyasiyasından götürülüb
route-waits-observed = { $stops ->
    [0] qeyd: cədvəllərdə müşahidə olunmuş gözləmə yoxdur; gözlənilən dəyərlər qalır
   *[other] qeyd: { $stops } dayanacaq və sərhəddə gözləmə müşahidə üzrə götürülür, əgər yola düşmə günündən əvvəl müşahidə olunubsa; başqa yerdə gözlənilən dəyərlər qalır
}
word-or = və ya
our-fault = xəta: bu sizin yox, bizim xətamızdır: { $what }
our-fault-report = Xahiş edirik, yazdığınız əmrlə birlikdə bildirin.
our-fault-no-details = təfərrüat yoxdur
