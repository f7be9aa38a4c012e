# How the command line is used and what is wrong with a line.

## Heads and brackets of help.
usage-head = İstifadəsi:
usage-commands = Əmrlər:
usage-arguments = Arqumentlər:
usage-options = Parametrlər:
usage-any-option = [PARAMETRLƏR]
usage-a-command = <ƏMR>
usage-default = [verilməsə: { $list }]
usage-values = [mümkün dəyərlər: { $list }]
usage-each = Mümkün dəyərlər:
usage-env = [mühit dəyişəni: { $name }]

## What is wrong with a line.
usage-unknown = '{ $flag }' – gözlənilməz arqument
usage-no-verb = '{ $name }' – naməlum əmr
usage-verb-wanted = '{ $name }' üçün əmr lazımdır, amma verilməyib
usage-verbs = [əmrlər: { $list }]
usage-required = bu məcburi arqumentlər verilməyib:
usage-twice = '{ $flag }' arqumenti bir neçə dəfə verilə bilməz
usage-conflict = '{ $flag }' arqumenti '{ $other }' ilə birlikdə işlədilmir
usage-conflicts = '{ $flag }' arqumenti bunlarla birlikdə işlədilmir:
usage-no-more = '{ $flag }' üçün artıq dəyər '{ $value }'; bundan çoxu gözlənilmir
usage-few = '{ $flag }' üçün { $least } dəyər lazımdır; verilən { $given }
usage-value-missing = '{ $flag }' üçün dəyər lazımdır, amma verilməyib
usage-value-bad = '{ $flag }' üçün '{ $value }' – yararsız dəyər
usage-no-text = bir və ya bir neçə arqument UTF-8 mətni deyil
usage-not-understood = əmr sətri anlaşılmır
usage-tip = məsləhət: { $what }
usage-near-verb = oxşar əmr var: { $names }
usage-near-flag = oxşar arqument var: { $names }
usage-near-value = oxşar dəyər var: { $names }
usage-more = Ətraflı: '--help'.

## What the program says without arguments.
welcome-head = Keruen beynəlxalq nəqliyyat dəhlizlərini planlaşdırır: hər göstəricisi mənbəyini göstərən sadə cədvəllərin bir qovluğu əsasında.
welcome-study = dəstdəki dəhlizin suallarını icra edib bir hesabat yazmaq
welcome-route = necə çatdırım: marşrutlar, xərclər, günlər, CO2e, sənədlər
welcome-flow = nə daşınır, nə qalır, hər dar yerin dəyəri nədir
welcome-simulate = növbə, fırtına və dolanda yola düşən gəmilərlə nə baş verir
welcome-serve = dəhliz brauzerinizdə xəritədə, yalnız bu kompüterdən
welcome-validate = model həyatda sayılanla üz-üzə
welcome-calibrate = sayğaclar tələb barədə nə deyir, ssenari kimi
welcome-compare = hansı təklif nə verir, kim ödəyir, kim qazanır, faydası nədir
welcome-forum = bir neçə tərəf təklifləri qiymətləndirir: sıralamalar, onları nə dəyişir
welcome-seats = subsidiyalı uçuşlara ayrılan büdcə nə verir, əvvəlcə harada
welcome-fibre = dəniz dibindəki kabel nə əlavə edir
welcome-sources = göstəricilər haradan gəlir və hansıları daha önəmlidir
welcome-explain = bir göstərici: üsul, aralıq, keçidlər
welcome-scenario = əgər: fırtınalar, dərinləşdirmə, tariflər, ikinci kabel ...
welcome-mcp = köməkçi soruşsun: stdio və ya bu kompüterdə HTTP alətləri
welcome-check = hər cədvəli hər qayda ilə yoxlamaq
welcome-new = dəyişdirilməyə hazır, kiçik öz dəhliziniz
welcome-table = bütün cədvəllər bir iş kitabında, düzəldib geri oxumaq üçün
welcome-export = başqa proqrama vermək
welcome-foot = Qalanını `keruen VERB --help` deyir. Məlumat stdout-a, sözlər stderr-ə gedir; --json hər cavabı proqrama verir.
