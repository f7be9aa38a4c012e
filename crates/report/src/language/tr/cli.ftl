# What the command says.
sources-hang-on = Yanıtlar neye bağlı, alttan üste:
sources-broken = bozuk: { $what }
explain-method = yöntem: { $method }
explain-uncited = yok: bu göstergenin kaynağı yok
explain-range = bilinen aralık: { $range }
explain-otherwise = farklı söylüyor
error = hata: { $what }
wrote = yazıldı: { $file }
read-as = not: { $asked }, { $meant } ({ $id }) olarak okundu
check-kept = { $tables } tablonun { $rows } satırı tüm { $rules } kurala uyuyor
check-faults = { $count } hata
check-english = Tablo hataları tabloların dilinde, İngilizce bildirilir.
study-counts = yer { $places }, kesim { $links }, gösterge { $figures }, kaynak { $sources }; { $assumed } gösterge varsayım, { $proxy } benzetme
study-line = en az { $usd } ABD doları ({ $range }), en az { $time }
study-no-way = güzergâh yok: { $reason }
study-sourced = kaynaktan ya da hesaplanmış, etkiye göre: { $share }
study-report = rapor: { $file }
head-scenario = senaryo
head-day = gün
head-changes = değişiklikler
head-table = tablo
head-field = alan
head-before = önce
head-after = sonra
scenario-speaks = tarihi: { $day }; kaynaklar: { $list }
mcp-serving = { $url } bu makinedeki yardımcılara açık; durdurmak için Ctrl-C
explain-nothing = { $what } yanıtı değiştirebilecek bir göstergeye sahip değil
head-why-changed = neden
route-waits = not: { $stops } duraktaki beklemeler { $first } – { $last } benzetiminden alınmıştır
route-waits-observed = { $stops ->
    [0] not: tablolarda gözlenmiş bekleme yok; beklenen değerler kalır
   *[other] not: { $stops } durak ve sınırda bekleme gözleme göre alınır, hareket gününden önce gözlenmişse; başka yerde beklenen değerler kalır
}
word-or = ya da
our-fault = hata: bu sizin değil, bizim hatamız: { $what }
our-fault-report = Lütfen yazdığınız komutla birlikte bildirin.
our-fault-no-details = ayrıntı yok
