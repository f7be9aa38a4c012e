# The report of a study, and where figures come from.
study-claims = Что было сказано и что об этом можно сказать
study-claims-short = Что было сказано
study-contents = содержание
study-made-by = Создано командой
study-footer = Суммы даны в долларах США указанных ценовых лет; ни один платёж не индексирован. CO2-экв. — «от скважины до колеса». Время не включает очередей, если в строке не сказано иное.
study-answered-in = Ответ в разделе
study-stands-in = Где сказано
study-other-sources = Другие источники о том же
study-time-and-distance = Время и расстояние, самый дешёвый маршрут каждого варианта
study-every-way = Все стоящие маршруты
study-variant = { $variant }: маршруты и расчёты стоимости
count-places = { $count ->
        [one] пункт
        [few] пункта
        [many] пунктов
       *[other] пункта
    }
count-links = { $count ->
        [one] участок
        [few] участка
        [many] участков
       *[other] участка
    }
count-figures = { $count ->
        [one] показатель со ссылкой
        [few] показателя со ссылкой
        [many] показателей со ссылкой
       *[other] показателя со ссылкой
    }
count-sources = { $count ->
        [one] источник
        [few] источника
        [many] источников
       *[other] источника
    }
count-assumed = { $count ->
        [one] показатель принят или взят по аналогии
        [few] показателя приняты или взяты по аналогии
        [many] показателей приняты или взяты по аналогии
       *[other] показателя приняты или взяты по аналогии
    }

## Heads.
head-value = значение
head-as-of = на дату
head-source = источник
head-cheapest-usd = самый дешёвый, долл. США
head-its-time = его время
head-fastest = самый быстрый
head-its-usd = его долл. США
head-least-co2e = наименьшие кг CO2-экв.
head-more = ещё
head-group = группа
head-read = из источника
head-computed = рассчитано
head-proxy = по аналогии
head-assumed = допущение
head-uncited = без источника
head-weight = вес в ответах
head-sourced = из источника или рассчитано, с весом
head-figure = показатель
head-method = способ
head-moves-all = меняет все ответы
head-moves-most = сильнее всего меняет
head-why = почему и источники

## Sources.
sources-title = На чём основаны показатели
sources-lead = С учётом влияния на ответы этого исследования { $share } показателей взято из источников или рассчитано по ним; остальное взято по аналогии или принято, у каждого есть диапазон и обоснование.
sources-stale = { $count ->
        [one] { $count } используемый факт старше { $days } дней.
        [few] { $count } используемых факта старше { $days } дней.
       *[other] { $count } используемых фактов старше { $days } дней.
    }
sources-unused = один процент больше почти не меняет ответов
sources-first = Что следует выяснить в первую очередь
sources-order = Показатели в порядке их влияния на ответы от нижней границы до верхней.
sources-written = Обоснования, тексты таблиц и источников приведены на языке, на котором они написаны.

## Print.
print-folded = при печати свёрнуто; в этом файле стоит на экране
print-hint = При печати свёрнутые части опускаются с указанием, где они стоят; развёрнутая часть печатается.
print-whole = Печатать и свёрнутые части
