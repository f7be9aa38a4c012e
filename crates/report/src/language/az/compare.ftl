# Scenarios side by side.
compare-head = { $corridor }, { $year }, { $method }: { $others } – «{ $base }» ilə müqayisə
compare-title = { $others }, əsas: { $base }
compare-changed = Nə dəyişir
compare-figures = Göstəricilər üzrə
compare-payers = Kim çox, kim az alır, ildə ABŞ dolları
compare-worth = Dəyəri, ABŞ dolları
compare-nobody = Heç kimin daxilolması dəyişmir.
compare-nothing = heç nə
compare-more = və daha { $count }; hamısı --json-da
compare-cost = dəyəri { $told } = { $usd } ABŞ dolları ({ $method })
compare-of-year = { $sum }, { $year } ilin qiymətləri ilə
compare-life = Xidmət müddəti { $years } il
compare-changes = { $count } dəyişiklik
compare-sources = Mənbələr ({ $count })
compare-terms = Diskont dərəcəsi ildə { $rate } ({ $ends }), xidmət müddətinin bütün illəri eyni, artımsız, ləğv dəyərsiz, hər ilin öz qiymətləri ilə; daşıyıcının əlavə işi bunun üçün daxilolmasının { $cost } ({ $costs }) hissəsinə başa gəlir. Yük sahibləri: pul və vaxt, yarı qaydası. Ödənişlər köçürmələrdir və cəmdə bir-birini silir. CO2e sayılır, qiymətləndirilmir.
head-figure-name = göstərici
head-base = əsas
head-difference = fərq
head-base-usd = əsas, ABŞ dolları
head-shippers-a-year = yük sahibləri, ildə
head-carriers-ports = daşıyıcılar, limanlar
head-budgets = büdcələr
head-all-a-year = hamısı, ildə
head-cost-once = dəyəri, birdəfəlik
head-years = il
head-npv = NPV (xalis cari dəyər)
head-eirr = EIRR (iqtisadi daxili gəlirlilik)
