# The report of a study, and where figures come from.
study-claims = Ne söylendi ve bu konuda ne söylenebilir
study-claims-short = Ne söylendi
study-contents = içindekiler
study-made-by = Üreten komut:
study-footer = Tutarlar belirtilen fiyat yıllarının ABD dolarıdır; hiçbir ücret enflasyona göre düzeltilmemiştir. CO2e kuyudan tekerleğedir. Satırda söylenmedikçe süreler kuyruk içermez.
study-answered-in = Yanıtı
study-stands-in = Nerede geçiyor
study-other-sources = Aynı konuda başka kaynaklar
study-time-and-distance = Süre ve mesafe, her birinin en ucuz güzergâhı
study-every-way = Değer tüm güzergâhlar
study-variant = { $variant }: güzergâhlar ve maliyet hesapları
count-places = yer
count-links = kesim
count-figures = atıflı gösterge
count-sources = kaynak
count-assumed = varsayılan veya başka yerden alınan gösterge

## Heads.
head-value = değer
head-as-of = tarih
head-source = kaynak
head-cheapest-usd = en ucuz, ABD doları
head-its-time = süresi
head-fastest = en hızlı
head-its-usd = ABD doları karşılığı
head-least-co2e = en az kg CO2e
head-more = ek bilgi
head-group = grup
head-read = kaynaktan
head-computed = hesaplandı
head-proxy = benzetme
head-assumed = varsayım
head-uncited = kaynaksız
head-weight = yanıtlardaki ağırlığı
head-sourced = kaynaktan ya da hesaplanmış, ağırlıklı
head-figure = gösterge
head-method = yöntem
head-moves-all = tüm yanıtları değiştirir
head-moves-most = en çok değiştirdiği
head-why = neden ve kaynaklar

## Sources.
sources-title = Göstergeler neye dayanıyor
sources-lead = Bu çalışmanın yanıtlarına etkisiyle ağırlıklandırıldığında göstergelerin { $share } kadarı kaynaktan okunmuş ya da kaynaklardan hesaplanmıştır; kalanı benzetmeyle alınmış ya da varsayılmıştır, her birinin aralığı ve gerekçesi vardır.
sources-stale = Kullanılan { $count } bilgi { $days } günden eski.
sources-unused = yüzde birlik artış yanıtları neredeyse değiştirmez
sources-first = Önce ne araştırılmalı
sources-order = Göstergeler, alt uçtan üst uca yanıtlara etkileri sırasıyla.
sources-written = Gerekçeler ile tablo ve kaynak metinleri yazıldıkları dilde verilmiştir.

## Print.
print-folded = yazdırırken katlandı; bu dosyada ekranda durur
print-hint = Yazdırma katlı bölümleri bırakır ve nerede durduklarını söyler; açılan bölüm yazdırılır.
print-whole = Katlı bölümler de yazdırılsın
