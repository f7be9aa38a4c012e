# How the command line is used and what is wrong with a line.

## Heads and brackets of help.
usage-head = Kullanım:
usage-commands = Komutlar:
usage-arguments = Argümanlar:
usage-options = Seçenekler:
usage-any-option = [SEÇENEKLER]
usage-a-command = <KOMUT>
usage-default = [varsayılan: { $list }]
usage-values = [olası değerler: { $list }]
usage-each = Olası değerler:
usage-env = [ortam değişkeni: { $name }]

## What is wrong with a line.
usage-unknown = beklenmeyen argüman: '{ $flag }'
usage-no-verb = bilinmeyen komut: '{ $name }'
usage-verb-wanted = '{ $name }' bir komut ister, ama verilmedi
usage-verbs = [komutlar: { $list }]
usage-required = şu zorunlu argümanlar verilmedi:
usage-twice = '{ $flag }' argümanı birden çok kez verilemez
usage-conflict = '{ $flag }' argümanı '{ $other }' ile birlikte kullanılamaz
usage-conflicts = '{ $flag }' argümanı şunlarla birlikte kullanılamaz:
usage-no-more = '{ $flag }' için fazla değer '{ $value }'; daha fazlası beklenmiyor
usage-few = '{ $flag }' için { $least } değer gerek; verilen { $given }
usage-value-missing = '{ $flag }' bir değer ister, ama verilmedi
usage-value-bad = '{ $flag }' için geçersiz değer '{ $value }'
usage-no-text = bir ya da birkaç argüman UTF-8 metni değil
usage-not-understood = komut satırı anlaşılamadı
usage-tip = ipucu: { $what }
usage-near-verb = benzer bir komut var: { $names }
usage-near-flag = benzer bir argüman var: { $names }
usage-near-value = benzer bir değer var: { $names }
usage-more = Ayrıntı için: '--help'.

## What the program says without arguments.
welcome-head = Keruen uluslararası ulaştırma koridorlarını planlar: her göstergenin kaynağını söylediği yalın tablolardan oluşan tek klasörle.
welcome-study = birlikte gelen koridorun sorularını çalıştırıp tek rapor yazar
welcome-route = nasıl taşırım: güzergâhlar, maliyetler, günler, CO2e, belgeler
welcome-flow = ne taşınıyor, ne geride kalıyor, her darboğazın değeri ne
welcome-simulate = kuyruk, fırtına ve dolunca kalkan gemilerle ne olur
welcome-serve = koridor tarayıcınızda harita üstünde, yalnız bu makineden
welcome-validate = dünyada sayılana karşı model
welcome-calibrate = sayaçlar talep için ne diyor, senaryo olarak
welcome-compare = hangi öneri ne yapar, kim öder, kim kazanır, değeri ne
welcome-forum = birkaç taraf önerileri tartar: sıralamalar, onları ne değiştirir
welcome-seats = destekli uçuşlara ayrılan bütçe ne sağlar, önce nerede
welcome-fibre = deniz tabanındaki kablo ne katar
welcome-sources = göstergeler nereden geliyor, en önemlileri hangileri
welcome-explain = bir gösterge: yöntem, aralık, bağlantılar
welcome-scenario = ya şöyle olsa: fırtınalar, tarama, tarifeler, ikinci kablo ...
welcome-mcp = bir yardımcı sorsun: stdio ya da bu makinede HTTP araçları
welcome-check = her tabloyu her kurala göre denetler
welcome-new = değiştirilmeye hazır küçük bir kendi koridorunuz
welcome-table = tüm tablolar tek çalışma kitabında, düzenlenip geri okunmak üzere
welcome-export = başka bir programa verir
welcome-foot = Gerisini `keruen VERB --help` söyler. Veri stdout'a, sözler stderr'e gider; --json her yanıtı bir programa verir.
