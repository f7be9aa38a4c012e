# Ways, cost sheets, charts.
route-asked = { $cargo }, { $amount }: { $from } ({ $from_country }) — { $to } ({ $to_country }), { $day }
route-scenarios = сценарии: { $list }
route-conditions = условия: { $list }
route-no-way = Маршрута нет. { $reason }
route-taken-out = { $count ->
        [one] До поиска исключена { $count } строка по правилам или из-за отсутствия цены; список: --why
        [few] До поиска исключены { $count } строки по правилам или из-за отсутствия цены; список: --why
       *[other] До поиска исключено { $count } строк по правилам или из-за отсутствия цены; список: --why
    }
would-be-lifted = сняло бы запрет: { $by }
route-try = Попробуйте: { $hint }
route-instead = Что возможно вместо этого:
route-kept = вероятность успеть ({ $promise }): { $chance }
route-takes = отправление { $departs }, прибытие { $arrives }; половина перевозок занимает до { $half }, девять из десяти — до { $nine }
route-sheet = маршрут «{ $way }»: { $sheet }
route-parts = в движении { $moving }, обработка { $handling }, границы { $border }, ожидание { $waiting }
route-papers = документы: { $list }
route-may-leave = груз можно отправить с { $day }
route-gap = в расчёт не вошло: { $gap }
co2e-gap = пробел по CO2-экв.: { $gap }
permit = разрешение: { $name }, выдаёт { $authority }, запрошено { $asked }, срок { $days } дн. (90 %: { $most }), готово { $there }
permit-quota = квота { $amount } { $unit } в год
permit-share = из них партия занимает { $share }

## Heads of tables.
head-way = маршрут
head-usd = долл. США
head-low-to-high = от — до
head-time = время
head-p90 = 90 %
head-nine-of-ten = девять из десяти
head-co2e = кг CO2-экв.
head-km = км
head-risk = риск
head-leaves = отправление
head-by = каким путём
head-leg = этап
head-from = откуда
head-to = куда
head-place = место
head-basis = основание
head-charges = платежи и источники
head-element = звено
head-distance = основа расстояния
head-activity = транспортная работа
head-intensity = г на единицу
head-data = данные
head-change = изменение
head-taken-out = исключено
head-rule = правило
head-whose = чьё
head-reason = причина
head-lifted-by = чем снимается
head-arcs = дуги

## The goods' own terms.
term-light = световой сигнал: { $path }
term-netback = нетбэк { $amount } { $unit }{ $ends }: { $price } на рынке, { $cargo } ({ $method }, { $year }), за вычетом { $cost } в пути
term-no-owner = владелец не указан
term-flag = { $country } { $ships } судов, { $share } тоннажа
term-largest-ship = { $voyages } самого большого судна
term-tankers = танкеры { $service }{ $voyages }{ $least }; { $flags }
term-pipe = { $name }: от закачки до сдачи { $days } дн.
term-stream = на выходе: { $cargo }
term-line-fill = заполнение трубы { $fill } т при учтённом потоке { $flow } т в год
term-quota = квота { $amount } т ({ $period }), из них партия занимает { $share }
term-blend = { $share } потока
term-sulphur = тогда серы { $share }
term-least-lot = наименьшая партия { $tonnes } т
term-up = доступен { $share } времени
term-path = { $km } км, в одну сторону { $one } мс, туда и обратно { $both } мс{ $up }, через { $countries }
term-seat = место: { $fare } долл. США, из них субсидия { $subsidy }; пассажир платит { $price }
term-departures = { $departures } рейсов в неделю
apart-nodes = без общих узлов и участков
apart-spans = узлы общие, участки разные
apart-shared = участки общие: пары без них нет
term-pair = защищённая пара, { $apart }
term-working = основной: { $path }; { $spans }
term-protection = резервный: { $path }; { $spans }
term-pair-up = один из двух доступен { $share } времени, повреждения независимы
term-shared = общее: { $list }
term-both-pass = оба проходят через { $list }
term-unsubsidised = { $usd } без субсидии
term-return = туда и обратно { $day }, { $label }: { $usd } долл. США{ $ends }{ $aided }, { $hours }, { $kg } кг CO2-экв.
term-no-way-back = обратного маршрута { $day } нет

## CO2e element by element.
chain-hub = узел { $place }
chain-empties = порожний пробег { $how }
chain-total = { $kg } кг CO2-экв. на { $activity } { $unit }
chain-intensity = { $grams } г/({ $unit })
co2e-by-element = CO2-экв. по звеньям

## Pages and charts.
page-title = { $from } — { $to }: { $cargo }
page-lead = { $cargo }, { $amount }, отправление { $day }
repeat-it = Повторить
map-of-ways = карта маршрутов
cost-against-time = стоимость и время
time-and-distance = Время и расстояние
time-over-distance = время по расстоянию
slope-hint = Наклон — движение; толстая ступень — обработка, граница или ожидание.
chart-signs = / движение   | обработка, граница или ожидание
km-from-origin = км от места отправления
dot-area = долл. США; площадь точки — CO2-экв.
dot-tip = { $way }: { $usd } долл. США, { $time }, { $kg } кг CO2-экв.

## The sheet on a page.
sheet-parts = В движении { $moving }, обработка { $handling }, границы { $border }, ожидание { $waiting }; девять из десяти — за { $nine }.
sheet-papers = Документы: { $list }.
sheet-may-leave = Груз можно отправить с { $day }.
sheet-gap = В расчёт не вошло: { $gap }
charge-line = { $rate } { $currency } { $year } / { $per } × { $quantity } = { $usd } долл. США
charge-rate = 1 { $currency } = { $rate } долл. США
charge-rate-of = 1 { $currency } = { $rate } долл. США на { $day }
charge-free-days = { $days } дн. бесплатно
charge-includes = в цене
charge-excludes = не в цене
leg-through = внутри сквозной ставки { $rate }
leg-emission = CO2-экв.: { $name } { $factor } { $unit }
leg-draught = глубина у { $place }: { $depth } м из { $wanted } м, нужных для { $vehicle }; остаётся { $left } из { $payload } т
