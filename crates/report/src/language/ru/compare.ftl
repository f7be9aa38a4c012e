# Scenarios side by side.
compare-head = { $corridor }, { $year }, { $method }: { $others } против «{ $base }»
compare-title = { $others } против: { $base }
compare-changed = Что меняется
compare-figures = По показателям
compare-payers = Кто получает больше и кто меньше, долл. США в год
compare-worth = Чего это стоит, долл. США
compare-nobody = Ничья выручка не меняется.
compare-nothing = ничего
compare-more = и ещё { $count }; все в --json
compare-cost = стоит { $told } = { $usd } долл. США ({ $method })
compare-of-year = { $sum } в ценах { $year } г.
compare-life = Срок службы, лет: { $years }
compare-changes = Изменений: { $count }
compare-sources = Источники ({ $count })
compare-terms = Ставка дисконтирования { $rate } в год ({ $ends }), одинаковые годы за срок службы, без роста, без ликвидационной стоимости, в ценах своих лет; дополнительная работа перевозчика стоит { $cost } ({ $costs }) его выручки за неё. Грузовладельцы: деньги и время, правило половины. Сборы — трансферты и в сумме взаимно погашаются. CO2-экв. считается, но не оценивается.
head-figure-name = показатель
head-base = основа
head-difference = разница
head-base-usd = основа, долл. США
head-shippers-a-year = грузовладельцы в год
head-carriers-ports = перевозчики, порты
head-budgets = бюджеты
head-all-a-year = всё в год
head-cost-once = стоимость, разово
head-years = лет
head-npv = NPV (ЧПС)
head-eirr = EIRR (экономическая ВНД)
