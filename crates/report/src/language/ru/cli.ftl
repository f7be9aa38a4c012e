# What the command says.
sources-hang-on = От чего зависят ответы, от нижней границы к верхней:
sources-broken = нарушено: { $what }
explain-method = способ: { $method }
explain-uncited = нет: у этого показателя нет источника
explain-range = известно с точностью: { $range }
explain-otherwise = говорит иначе
error = ошибка: { $what }
wrote = записано: { $file }
read-as = примечание: { $asked } прочитано как { $meant } ({ $id })
check-kept = Строк: { $rows } в { $tables } таблицах; все правила ({ $rules }) соблюдены
check-faults = { $count ->
        [one] { $count } ошибка
        [few] { $count } ошибки
        [many] { $count } ошибок
       *[other] { $count } ошибки
    }
check-english = Ошибки таблиц сообщаются по-английски, на языке таблиц.
study-counts = пунктов { $places }, участков { $links }, показателей { $figures }, источников { $sources }; принято { $assumed } показателей, взято по аналогии { $proxy }
study-line = от { $usd } долл. США ({ $range }), от { $time }
study-no-way = маршрута нет: { $reason }
study-sourced = из источника или рассчитано, с весом по влиянию: { $share }
study-report = отчёт: { $file }
head-scenario = сценарий
head-day = день
head-changes = изменения
head-table = таблица
head-field = поле
head-before = было
head-after = стало
scenario-speaks = относится к { $day }; источники: { $list }
mcp-serving = { $url } открыт для помощников на этой машине; остановить: Ctrl-C
explain-nothing = у { $what } нет показателя, который может изменить ответ
head-why-changed = почему
route-waits = примечание: ожидание на { $stops ->
        [one] { $stops } остановке
        [few] { $stops } остановках
        [many] { $stops } остановках
       *[other] { $stops } остановках
    } взято из имитации с { $first } по { $last }
route-waits-observed = { $stops ->
    [0] примечание: в таблицах нет наблюдавшихся ожиданий; остаются ожидаемые значения
   *[other] примечание: ожидания по наблюдениям (остановок и границ: { $stops }), где наблюдали до дня отправления; в остальных местах остаются ожидаемые значения
}
word-or = или
our-fault = ошибка: это наша ошибка, не ваша: { $what }
our-fault-report = Сообщите о ней, пожалуйста, вместе с набранной командой.
our-fault-no-details = без подробностей
