# How the command line is used and what is wrong with a line.

## Heads and brackets of help.
usage-head = Қолданылуы:
usage-commands = Әмірлер:
usage-arguments = Аргументтер:
usage-options = Параметрлер:
usage-any-option = [ПАРАМЕТРЛЕР]
usage-a-command = <ӘМІР>
usage-default = [берілмесе: { $list }]
usage-values = [мүмкін мәндер: { $list }]
usage-each = Мүмкін мәндер:
usage-env = [орта айнымалысы: { $name }]

## What is wrong with a line.
usage-unknown = '{ $flag }' – күтілмеген аргумент
usage-no-verb = '{ $name }' – белгісіз әмір
usage-verb-wanted = '{ $name }' үшін әмір керек, бірақ ол берілмеді
usage-verbs = [әмірлер: { $list }]
usage-required = мына міндетті аргументтер берілмеді:
usage-twice = '{ $flag }' аргументін бірнеше рет беруге болмайды
usage-conflict = '{ $flag }' аргументі '{ $other }' дегенмен бірге қолданылмайды
usage-conflicts = '{ $flag }' аргументі мыналармен бірге қолданылмайды:
usage-no-more = '{ $flag }' үшін артық мән '{ $value }'; бұдан көп мән күтілмейді
usage-few = '{ $flag }' үшін { $least } мән керек; берілгені { $given }
usage-value-missing = '{ $flag }' үшін мән керек, бірақ ол берілмеді
usage-value-bad = '{ $flag }' үшін '{ $value }' – жарамсыз мән
usage-no-text = бір не бірнеше аргумент UTF-8 мәтіні емес
usage-not-understood = әмір жолы түсініксіз
usage-tip = кеңес: { $what }
usage-near-verb = ұқсас әмір бар: { $names }
usage-near-flag = ұқсас аргумент бар: { $names }
usage-near-value = ұқсас мән бар: { $names }
usage-more = Толығырақ: '--help'.

## What the program says without arguments.
welcome-head = Keruen халықаралық көлік дәліздерін жоспарлайды: әр көрсеткіші дереккөзін атайтын жай кестелердің бір қалтасы негізінде.
welcome-study = жинақтағы дәліздің сұрақтарын орындап, бір есеп жазу
welcome-route = қалай жеткіземін: маршруттар, құны, күндері, CO2-экв., құжаттар
welcome-flow = не тасымалданады, не қалады, әр тар жердің құны қанша
welcome-simulate = кезек, дауыл және толғанда шығатын кемелер болғанда не болады
welcome-serve = дәліз браузеріңіздегі картада, тек осы компьютерден
welcome-validate = модель мен шын өмірде саналған дерек
welcome-calibrate = санақтар сұраныс туралы не айтады, сценарий түрінде
welcome-compare = қай ұсыныс не береді, кім төлейді, кім ұтады, пайдасы қандай
welcome-forum = бірнеше тарап ұсыныстарды бағалайды: рейтингтер, оларды не ауыстырады
welcome-seats = субсидияланатын рейстерге бөлінген бюджет не береді, алдымен қайда
welcome-fibre = теңіз түбіндегі кабель не қосады
welcome-sources = көрсеткіштер қайдан алынған және қайсысы маңыздырақ
welcome-explain = бір көрсеткіш: тәсілі, аралығы, сілтемелері
welcome-scenario = егер: дауылдар, тереңдету, тарифтер, екінші кабель ...
welcome-mcp = көмекші сұрасын: stdio не осы компьютердегі HTTP құралдары
welcome-check = әр кестені әр ережемен тексеру
welcome-new = өзгертуге дайын, өзіңіздің шағын дәлізіңіз
welcome-table = барлық кесте бір жұмыс кітабында, өңдеп, қайта оқуға
welcome-export = басқа бағдарламаға беру
welcome-foot = Қалғанын `keruen VERB --help` айтады. Дерек stdout-қа, сөз stderr-ге шығады; --json әр жауапты бағдарламаға береді.
