# How the command line is used and what is wrong with a line.

## Heads and brackets of help.
usage-head = Использование:
usage-commands = Команды:
usage-arguments = Аргументы:
usage-options = Параметры:
usage-any-option = [ПАРАМЕТРЫ]
usage-a-command = <КОМАНДА>
usage-default = [по умолчанию: { $list }]
usage-values = [возможные значения: { $list }]
usage-each = Возможные значения:
usage-env = [переменная среды: { $name }]

## What is wrong with a line.
usage-unknown = неожиданный аргумент '{ $flag }'
usage-no-verb = неизвестная команда '{ $name }'
usage-verb-wanted = для '{ $name }' нужна команда, но она не указана
usage-verbs = [команды: { $list }]
usage-required = не указаны обязательные аргументы:
usage-twice = аргумент '{ $flag }' нельзя указать несколько раз
usage-conflict = аргумент '{ $flag }' нельзя использовать вместе с '{ $other }'
usage-conflicts = аргумент '{ $flag }' нельзя использовать вместе с:
usage-no-more = лишнее значение '{ $value }' для '{ $flag }'; больше значений не ожидается
usage-few = для '{ $flag }' нужно значений: { $least }; указано { $given }
usage-value-missing = для '{ $flag }' нужно значение, но оно не указано
usage-value-bad = недопустимое значение '{ $value }' для '{ $flag }'
usage-no-text = один или несколько аргументов — не текст UTF-8
usage-not-understood = командная строка непонятна
usage-tip = подсказка: { $what }
usage-near-verb = есть похожая команда: { $names }
usage-near-flag = есть похожий аргумент: { $names }
usage-near-value = есть похожее значение: { $names }
usage-more = Подробнее: '--help'.

## What the program says without arguments.
welcome-head = Keruen планирует международные транспортные коридоры: по одной папке простых таблиц, где каждый показатель называет свой источник.
welcome-study = выполнить вопросы коридора из комплекта и написать один отчёт
welcome-route = как доставить: маршруты, стоимость, дни, CO2-экв., документы
welcome-flow = что перевозится, что остаётся, чего стоит каждое узкое место
welcome-simulate = что будет с очередями, штормами и судами, отходящими по заполнении
welcome-serve = коридор на карте в браузере, только с этого компьютера
welcome-validate = модель против того, что сосчитано в мире
welcome-calibrate = что счётчики говорят о спросе, в виде сценария
welcome-compare = какое предложение что даёт, кто платит, кто выигрывает, чего это стоит
welcome-forum = несколько сторон взвешивают предложения: рейтинги, что их меняет
welcome-seats = что покупает бюджет на субсидируемые рейсы, где сначала
welcome-fibre = что даёт кабель по дну моря
welcome-sources = откуда показатели и какие из них важнее всего
welcome-explain = один показатель: способ, диапазон, ссылки
welcome-scenario = что если: штормы, дноуглубление, тарифы, второй кабель ...
welcome-mcp = пусть спрашивает помощник: инструменты через stdio или HTTP на этом компьютере
welcome-check = проверить каждую таблицу по каждому правилу
welcome-new = небольшой собственный коридор, готовый к изменениям
welcome-table = все таблицы одной книгой, чтобы править и прочитать обратно
welcome-export = передать другой программе
welcome-foot = Остальное скажет `keruen VERB --help`. Данные идут в stdout, слова — в stderr; --json отдаёт любой ответ программе.
