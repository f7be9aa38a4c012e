# What the verbs and flags of the command say of themselves, found by the English sentence beside each flag.

## The program.
help-program = keruen əmri.
help-help = Köməyi göstərmək
help-help-more = Köməyi göstərmək (ətraflı: '--help')
help-help-less = Köməyi göstərmək (qısası: '-h')
help-version = Versiyanı göstərmək
help-lang = Cavab sözlərinin dili: ingilis, qazax, azərbaycan, rus, türk; verilməsə – KERUEN_LANG dili, o da yoxdursa – ingilis

## Verbs.
help-verb-route = Bu göndərişi necə çatdırım? Marşrutlar, hər birinin təxmini xərc hesabatı, sənədlər, vaxt-məsafə qrafiki
help-verb-flow = Dəhliz nə qədər daşıyır, nə qalır və hər dar yerin dəyəri nədir?
help-verb-simulate = Əslində nə baş verir: ilin çoxlu təkrarlarında yolda vaxt, növbələr, gəmilər və körpülər
help-verb-validate = Model müşahidə olunanla üz-üzə: hər sayğac, düz və ya səhv, və üstələməli olduğu sadə proqnoz
help-verb-calibrate = Sayğaclar tələb və sərbəst işarələnmiş parametrlər barədə nə deyir; ssenari yazır, cədvəllərə toxunmur
help-verb-compare = Bir neçə ssenari yan-yana: nə dəyişir, göstərici-göstərici, kim ödəyir, kim qazanır, faydası nədir
help-verb-forum = Ssenariləri bir neçə tərəf qiymətləndirir: sıralamalar, qəbul edilənlik, harada razıdırlar, qalibi nə dəyişir
help-verb-seats = Subsidiyalı uçuşlara ayrılan büdcə nə verir: cütlər, vauçerlər və ya zəmanətlər, dövlətlər üzrə
help-verb-fibre = Kabellər nə əlavə edir: hər yolda gecikmə, əlçatanlıq, təmir gəmisi, trafik kimin ölkəsindən keçir
help-verb-study = Dəhliz tədqiqatının suallarını icra edib bir hesabat yazmaq
help-verb-serve = Görmək: dəhliz brauzerdə xəritədə, yalnız bu kompüterdən
help-verb-sources = Göstəricilər haradan gəlir: qrup və üsul üzrə saylar, cavablar nədən asılıdır
help-verb-explain = Bir göstərici: dəyəri, vahidi, üsulu, aralığı, keçidli mənbələri, tapılmış başqa dəyərlər
help-verb-scenario = Adlı dəyişikliklər: list, show, diff
help-verb-scenario-list = Dəhlizin bütün ssenariləri
help-verb-scenario-show = Ssenari nəyi dəyişir: əvvəl və sonra, səbəb, mənbə
help-verb-scenario-diff = İki ssenarinin fərqi ("base" = dəhliz olduğu kimi)
help-verb-mcp = Köməkçiyə cavab vermək: Model Context Protocol alətləri stdio üzərindən və ya bu kompüterdə HTTP ilə
help-verb-check = Dəhlizin hər cədvəlini hər qayda ilə yoxlamaq
help-verb-new = Hər əmrin dərhal cavab verdiyi kiçik, düzgün öz dəhlizinizi yaratmaq
help-verb-export = Dəhlizi başqa formatda yazmaq: csv, gmns, gtfs, geojson
help-verb-import = Başqa formatı dəhliz qovluğuna oxumaq: gmns, gtfs, tntp
help-verb-table = Cədvəllər elektron cədvəl kimi: export, import, UNESCAP-ın vaxt/xərc – məsafə vərəqi
help-verb-table-export = Dəhlizin cədvəllərini bir iş kitabına yazmaq: hər biri bir vərəq, vahidlər və mənbələrlə
help-verb-table-import = İş kitabını dəhliz üzrə yoxlayıb cədvəlləri ilə yeni dəhliz qovluğu yazmaq; xətalar vərəq və xana üzrə deyilir
help-verb-table-legs = UNESCAP-ın vaxt/xərc – məsafə vərəqini (sadə və ya ətraflı forma) oxumaq: marşrutla müqayisə üçün mərhələlər və cəmləri
help-verb-reference = Bütün cədvəllərin arayışını, man səhifəsini və ya tamamlamaları göstərmək

## Flags that several verbs share.
help-corridor = Dəhliz: ad və ya qovluq
help-scenario = Dəhlizə ssenari tətbiq etmək: adı və ya TOML faylı (bir neçəsi üçün təkrarlayın)
help-json = Cavabı JSON kimi göstərmək
help-year = Təqvim ili; verilməsə, demand cədvəlindəki sonuncu il
help-months = Bir il əvəzinə on iki ay
help-top = Hər siyahıda ən çox sətir sayı
help-threads = Hesablama axınlarının sayı; cavab istənilən sayda eynidir
help-threads-samples = Seçmələrin hesablama axınları; cavab istənilən sayda eynidir
help-threads-influence = Göstəricilərin təsiri üçün hesablama axınları; cavab istənilən sayda eynidir
help-threads-influence-short = Göstəricilərin təsiri üçün hesablama axınları
help-threads-both = Seçmələrin və təkrarların hesablama axınları; cavab istənilən sayda eynidir
help-seed = Başlanğıc ədəd
help-seed-samples = Seçmələrin başlanğıc ədədi
help-seed-draws = Seçmələr üçün başlanğıc ədəd
help-seed-all = Seçmələrin və bütün təsadüfün başlanğıc ədədi
help-seed-luck = Bütün təsadüfün başlanğıc ədədi: ədədi eyni olan ssenarilərin fırtınaları da eynidir
help-html = Çap üçün səhifə də yazmaq

## How do I ship this.
help-places = [CORRIDOR] FROM TO: yerlər id, beş dildə ad, UN/LOCODE və ya yaxın yazılışla; --batch ilə yalnız dəhliz
help-cargo = Nə göndərilir (cargo cədvəlinin sətri)
help-equipment = Nədə gedir (equipment cədvəlinin sətri); verilməsə, yükün adəti üzrə
help-quantity = Nə qədər
help-unit = Miqdarın vahidi (t, container, truck, wagon ...); verilməsə, yükün vahidi
help-day = Yola düşmə günü, İİİİ-AA-GG
help-depart = Yola düşmənin yerli saatı, SS:DD
help-any-day-in = Bu günlərin istənilən yola düşməsi, FROM..TO: hamısı üzrə dəyər marşrutlar, hər biri öz günü ilə
help-arrive-by = Bu günün sonunadək çatmaq, İİİİ-AA-GG: --day (və ya --any-day-in) günündən başlayaraq, çatan ən gec yola düşmə
help-max-cost = Xərci bu qədər dollardan çox olmayan marşrutlar
help-max-co2e = Emissiyası bu qədər kq CO2e-dən çox olmayan marşrutlar
help-eps = Marşrutların daha kobud, kiçik dəsti: hər meyar üzrə ən çoxu bu pay qədər pis olanlar buraxılır (0.05 = 5 %)
help-promise = Müştəriyə deyilən müddət, günlər (21) və ya gün (İİİİ-AA-GG): hər marşrut üçün ona əməl etmək ehtimalı deyilir
help-return = Bu gün qayıtmaq, İİİİ-AA-GG: geri yol da soruşulur və əlavə olunur
help-protected = Məlumat: ortaq hissəsi mümkün qədər az olan, bir-birini qoruyan iki yol da
help-avoid = Ölkədən (KZ) və ya sətirdən (service:ferry-kuryk-alat) yan keçmək; bir neçəsi üçün təkrarlayın
help-use = Mütləq bu ölkədən (KZ) və ya bu yer, sahə, xətt, obyekt və ya operatordan keçmək; bir neçəsi üçün təkrarlayın
help-beside = Yüklə birlikdə gedən başqa yük, yükləri ayrı saxlayan qaydalar üçün; bir neçəsi üçün təkrarlayın
help-permits-asked = İcazələrin istənildiyi gün; verilməsə, yola düşmə günü
help-rules = Dəhlizin qaydalarına əlavə öz qaydalarınız: rule cədvəli formasında CSV faylı (sanksiyalar, daxili qaydalar)
help-waits = Gəmi və qatarları gözləmə yarım interval əvəzinə bu dəhlizin simulyasiyasının tapdığı kimi (keruen simulate --waits-out FILE); və ya observed sözü ilə yola düşmə günündən əvvəl müşahidə olunmuş observation cədvəlindəkilər, sərhədlərdə də
help-ways = Göstərilən ən çox marşrut
help-full = Göstərilən hər marşrutun xərc hesabatını vermək
help-why = Qaydaların və çatışmayan qiymətlərin çıxardıqlarını sadalamaq
help-why-not = Bu xətt, sahə, yer, obyekt, operator və ya ölkənin niyə istifadə olunmadığını və istifadəsinin nəyə başa gələcəyini demək
help-route-geojson = Marşrutları və mərhələlərini həndəsəsi ilə GeoJSON kimi də yazmaq (- = cavab əvəzinə göstərmək)
help-route-csv = Mərhələləri və haqları CSV kimi də yazmaq, hər biri bir sətir (- = cavab əvəzinə göstərmək)
help-batch = CSV faylının hər göndərişinə cavab vermək: `from`, `to`, `cargo` sütunları və lazım olsa id, equipment, quantity, unit, day, scenario, avoid, use, beside, permits_asked
help-batch-out = Toplu cavablar haraya yazılır; verilməsə, standart çıxışa
help-batch-threads = Toplunun hesablama axınları; cavablar istənilən sayda eynidir

## What moves, and what is left.
help-storage = --months ilə: yük bir aydan növbətiyə saxlama yerində qala bilər (təxminən üç dəfə uzun çəkir)
help-empties = Konteynerlər və vaqonlar lazım olduqları yerə qayıdır: yüklü və boş hərəkətlər birlikdə tapılır
help-markets = Tələb sətirlərini olduğu kimi götürmək əvəzinə mənşə yerləri qiyməti olan bazarlar (buğda) uğrunda yarışır
help-method = Nə azaldılır və ya artırılır
help-link = Bu sahə, xətt və ya əməliyyatdan kim istifadə edir, haradan haraya
help-steps = Ən bahalı N məhdudiyyətin hər biri onda bir artırılıb yenidən həll edilir: nə verir və kimə
help-flow-csv = Hər sahə, xətt və əməliyyat üzrə nəyin hərəkət etdiyini CSV kimi yazmaq
help-flow-parquet = Hər sahə, xətt və əməliyyat üzrə nəyin hərəkət etdiyini Apache Parquet faylına yazmaq
help-flow-geojson = Hər sahə üzrə nəyin hərəkət etdiyini xətti ilə GeoJSON kimi yazmaq (- = cavab əvəzinə göstərmək)
help-must = Nəyə başa gəlsə də bütöv daşınmalı istək (bir neçəsi üçün təkrarlayın); ziddiyyət göstərilir
help-at-least = Ən azı bu qədəri istifadə olunmalı məhdudiyyət (bir neçəsi üçün təkrarlayın); ziddiyyət göstərilir
help-flow-ranges = Fərziyyə və bənzətmə göstəricilərinin N seçməsi üzrə hər əsas göstəricinin aşağı və yuxarı həddi, hansılarının önəmli olduğu və dar yerlərin sırasının qalıb-qalmadığı
help-csv-limits = Hər məhdudiyyəti istifadəsi, qiyməti, intervalı və qiymətin nə qədər qüvvədə qaldığı ilə CSV kimi yazmaq
help-spread = Yalnız choice: marşrut 1/SPREAD baha olanda seçilmə şansı e dəfə azalır (fərziyyə, 5 – 20 inandırıcıdır)
help-least-cost = Sərt buraxılış qabiliyyətləri altında ən az ümumiləşdirilmiş xərc
help-max-throughput = Əvvəl mümkün qədər çox, sonra ən az xərc
help-choice = Yük sahibləri sərt buraxılış qabiliyyətləri altında fərqli marşrutlar və kənar yol arasında seçir (logit)
help-equilibrium = Dolmuş məhdudiyyətlər gözlədir: hər kəs gözləmə daxil özü üçün ən yaxşı marşrutu götürür
help-system-optimum = Eyni, lakin marşrutlar hamı üçün birlikdə ən yaxşıdır

## What really happens.
help-replications = Təkrarların sayı
help-simulate-months = İlin yanvarından neçə ay; dekabrdan sonra növbəti ilin tələbi gəlir
help-divert-after = Gəmisinin növbəsində birinci olan bu qədər gün gözləyəndə yük həmin istəyin başqa marşrutuna, kənar yolu da daxil, dönür
help-simulate-promise = Bu qədər gün ərzində çatan partiyaların payını göstərmək
help-foresight = Göndərənlər ən az xərcli axının marşrutlarını seçəndə nə qədər uzağı görür
help-foresight-year = İli bütöv, müqavilənin bağladığı kimi
help-foresight-months = Hər ayı fırtınaları ilə qabaqcadan
help-cheapest = Hər şey ən az xərcli axının marşrutları və payları əvəzinə öz ən ucuz marşrutu ilə
help-simulate-csv = Hər sətrin yolda vaxtını CSV kimi yazmaq
help-against = --scenario ssenariləri üzərinə qoyulan bu ssenarinin nəyi dəyişdiyini göstərmək: eyni təsadüflə fərqlər və onların intervalları
help-precision = Tranzit yükün saatları bu pay dəqiqliyi ilə bilinəndə dayanmaq (0.02 = 2 %); ən çoxu --replications, ən azı 10
help-log = Birinci təkrarda baş verəni hadisə-hadisə CSV kimi yazmaq; o yenidən oynadılır və cədvəllərlə yoxlanılır
help-waits-out = Tapılan gözləmələri başqa əmrlərin planlaya biləcəyi JSON kimi yazmaq
help-simulate-html = Yolda vaxt, növbələr və fırtınaların qrafiklərini bir səhifə kimi yazmaq
help-score = Simulyasiya olunan günlərin müşahidələrini alınan nəticənin yanında göstərmək

## What was counted.
help-validate-year = Təqvim ili (bir neçəsi üçün təkrarlayın); verilməsə, demand cədvəlinin hər ili
help-observations = Əlavə müşahidələr: observation cədvəli formasında CSV faylı
help-validate-ranges = Fərziyyə və bənzətmə göstəricilərinin N seçməsi üzrə hər sayğacın aşağı və yuxarı həddini doldurmaq
help-require = Sayğacların bu payı düz çıxmasa, 1 kodu ilə bitirmək, 0 – 1
help-calibrate-years = Sayğacları istifadə olunan təqvim illəri, 2023,2024 kimi; verilməsə, demand cədvəlinin hər ili
help-free = Tələblə yanaşı, istinadının hədləri daxilində dəyişə bilən parametr: table:id.field (bir neçəsi üçün təkrarlayın)
help-calibrate-out = Qiymətləndirmələri ssenari faylı kimi yazmaq

## What is weighed.
help-sides = [CORRIDOR] BASE A [B..]: + ilə birləşdirilən ssenarilər; `base` – dəhliz olduğu kimi
help-compare-year = Axının təqvim ili; verilməsə, tədqiqatın dəyirmi masasındakı il, o da yoxdursa, demand cədvəlindəki sonuncu il
help-compare-months = Bir il əvəzinə on iki ay: il ərzində yarı istifadə olunan noyabrda dolu ola bilər
help-compare-question = Hər tərəfə verilən tədqiqat sualları, question və ya question/variant kimi; verilməsə, dəyirmi masanın sualları
help-compare-ranges = Fərziyyə və bənzətmə göstəricilərinin N seçməsi üzrə axın göstəricilərinin və fərqlərinin aşağı və yuxarı həddi; seçmələr bütün tərəflərdə eynidir; hər fərqin işarəsi etibarlıdırmı
help-compare-with = Hər tərəfdən bunları da soruşmaq: simulate = növbələri, havası və gəmiləri ilə il, hər təkrarda eyni təsadüflə
help-with-simulate = Növbələri, havası və dolanda yola düşən gəmiləri ilə il
help-compare-replications = simulate ilə: hər tərəf üçün neçə təkrar
help-compare-top = Hər növdən ən çox ödəyici və əsas göstəricilərin yanında simulyasiya göstəriciləri
help-compare-csv = Göstəriciləri CSV kimi də yazmaq (- = cavab əvəzinə göstərmək)
help-compare-xlsx = Göstəriciləri iş kitabı kimi də yazmaq
help-parties = [CORRIDOR] PARTY-FILES: tərəflərin birləşdirilən TOML faylları; nümunəsi docs/guides/round-table.md faylındadır
help-preset = Nümunə çəkiləri olan hazır tərəflər: c6, cica, turkic, trade; bir neçəsi üçün təkrarlayın
help-forum-scenarios = Nə qiymətləndirilir: tədqiqatın dəyirmi masasındakı təkliflər və ya + ilə birləşdirilən ssenarilər; verilməsə, hər təklif
help-forum-year = Axının təqvim ili
help-draws = Hər tərəf üçün çəki və dəyər seçmələrinin sayı
help-forum-html = Protokolu bir səhifə kimi yazmaq
help-forum-svg = Hər tərəf üzrə qəbul edilənliyi SVG kimi yazmaq: FILE sonluğundan əvvəl tərəfin adını alır
help-forum-csv = Sıralamaları CSV kimi yazmaq
help-forum-xlsx = Sıralamaları və hər müqayisəni iş kitabı kimi yazmaq
help-merged = Oxunan bütün tərəfləri bir tərəf faylı kimi yazmaq
help-seal = Heç nə müqayisə etmədən çəkiləri bu salt ilə möhürlənmiş bir tərəf faylı yazıb heşləri demək
help-criteria = Tərəfin qiymətləndirə biləcəyi meyarlar

## Seats and cables.
help-budget = İllik vəsait: ədəd və valyutası
help-floor = Hər dövlətin ən azı almalı olduğu büdcə payı, 0 – 1
help-eligible = Hüquqlu şəxslərin iki dövlət arasında illik gediş-dönüş səfərləri: bir ədəd və ya LOW,MIDDLE,HIGH
help-elasticity = Səfərlərin bilet qiymətinə elastikliyi, işarəsiz: bir ədəd və ya LOW,MIDDLE,HIGH
help-seats-top = Sadalanan ən çox cüt
help-stage = Müqayisə olunan mərhələlər, sıra ilə, hər biri + ilə birləşdirilən ssenarilər; verilməsə: base, cable-in-service, second-cable
help-fibre-from = Bir ucdakı yerlər; verilməsə: almaty, astana, baku
help-fibre-to = O biri ucdakı yerlər; verilməsə: frankfurt, istanbul, singapore
help-fibre-replications = Nasazlıq və təmirlərin təkrar sayı
help-fibre-years = Hər təkrarın illəri

## The study, the page, an assistant.
help-study-out = Tədqiqatın qovluğunun yaradıldığı qovluq
help-study-json = Cavabları JSON kimi də göstərmək
help-port = Port; 0 boş birini götürür
help-listen = Başqa kompüterləri bu ünvanımızdan buraxmaq; --token lazımdır
help-token = Hər brauzerin göstərməli olduğu 16 və ya daha çox simvollu gizli söz
help-store = Cavabların saxlandığı qovluq
help-serve-threads = Cavab verən hesablama axınları; verilməsə, hər nüvəyə bir
help-mcp-corridor = Dəhliz: ad və ya qovluq; başqa heç nə oxunmur
help-http = stdio əvəzinə bu kompüterin daxili ünvanının bu portunda HTTP vermək (0 = istənilən boş port)
help-seconds = Bir cavab üçün ən uzun vaxt

## The tables.
help-sources-top = Sadalanan parametrlərin sayı
help-stale-after = Bundan köhnə faktlar köhnəlmiş sayılır
help-what = table:id.field, table:id, obyektdəki resurs (facility:aktau-ferry.berths), id və ya yerin adı
help-scenario-name = Ssenari
help-one-side = Bir tərəf
help-other-side = O biri tərəf
help-check-json = Xətaları JSON kimi göstərmək
help-new-dir = Yaradılacaq qovluq; o mövcud olmamalıdır
help-format = Format
help-export-target = Yazılacaq qovluq (csv, gmns, gtfs) və ya fayl (geojson, datapackage); o mövcud olmamalıdır
help-import-source = Nə oxunur: qovluq (gmns), zip və ya qovluq (gtfs) və ya şəbəkə faylı (tntp)
help-import-target = Yazılacaq dəhliz qovluğu; o mövcud olmamalıdır
help-trips = Şəbəkənin səfərləri (tntp), tələb kimi
help-workbook-out = Yazılacaq iş kitabı (.xlsx); o mövcud olmamalıdır
help-workbook-in = Oxunacaq iş kitabı (.xlsx)
help-only-table = Yalnız bu cədvəl; bir neçəsi üçün təkrarlayın
help-replaced-corridor = Cədvəlləri əvəz olunan dəhliz: ad və ya qovluq
help-table-out = Yazılacaq dəhliz qovluğu; o mövcud olmamalıdır. Verilməsə, iş kitabı yalnız yoxlanılır
help-reference-what = Nə göstərilsin
help-reference-verb = man ilə: birinci səhifə əvəzinə bir əmrin səhifəsi
