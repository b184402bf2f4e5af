/** Wording that blames people and a neutral sentence for each (R28, DOMAIN 3.3). For what the team writes, never for quoted customers or original replies. */

/** `hostile` insults, `blame` names a guilty person, `label` generalises, `punish` threatens, `excuse` shifts it to others. */
export type BlameSeverity = 'hostile' | 'blame' | 'label' | 'punish' | 'excuse';

export interface BlamePattern {
  readonly severity: BlameSeverity;
  /** source of a regular expression; `{ROSTER}` stands for the names of the agent table, `{PERSON}` for words that name people */
  readonly source: string;
  /** neutral wording; `______` are blanks */
  readonly rewrite: string;
}

export const blamePatterns: readonly BlamePattern[] = [
  { severity: 'hostile', source: '(怎么|咋)?(这么|太|真)笨', rewrite: '这一步的判断规则没写清楚，下次怎么让人一眼看懂？' },
  { severity: 'hostile', source: '带脑子|没脑子|不动脑|脑子(进水|呢|不|有|是)', rewrite: '当时缺少哪条提示或资料，导致判断走偏？' },
  { severity: 'hostile', source: '蠢|白痴|废物|饭桶|傻(子|瓜|吗)', rewrite: '删去，改写为：场景 + 当时可用的信息 + 缺的方法' },
  { severity: 'hostile', source: '丢人|丢脸|可笑|闹笑话', rewrite: '该场景影响了客户体验（写具体影响）' },
  { severity: 'blame', source: '谁的责任|谁的锅|是谁的问题|谁干的|谁犯的错|谁回的', rewrite: '这个环节的流程在哪一步断开？' },
  { severity: 'punish', source: '追责|问责|处分|罚款|扣(钱|绩效|工资)|通报批评|写检讨|开除|走人|末位', rewrite: '本会不做奖惩；改进动作是什么、谁来推进、何时完成？' },
  { severity: 'blame', source: '都怪|全怪|怪(你|他|她)|赖(你|他|她)', rewrite: '由以下因素共同造成：①流程 ②资料 ③人力 ④系统' },
  { severity: 'blame', source: '(就)?是(你|他|她|客服[A-Z]|{ONE}|{ROSTER})(一个人|自己)?的(错|问题|责任)', rewrite: '该场景暴露出______（流程/话术/权限）缺口' },
  { severity: 'blame', source: '害(得|了|大家)|拖(了)?后腿|拉低', rewrite: '该时段负荷高于编制，均值被少数长会话拉高（写数据）' },
  { severity: 'label', source: '不负责任|没责任心|责任心差|不上心|不用心|不认真|态度有问题|态度不端正', rewrite: '未看到对该步骤的检查机制；增加______检查点' },
  { severity: 'label', source: '能力差|能力不行|水平差|不专业|业务不熟|(太|真|很|好)菜(?!单)', rewrite: '对______政策的培训/速查资料不足，补______' },
  { severity: 'label', source: '太懒|偷懒|摸鱼|磨蹭|消极怠工|混日子', rewrite: '该时段响应变慢（__秒→__秒），同时在线__人、并发__，原因待查' },
  { severity: 'label', source: '(你们?|他们?|她|客服[A-Z]|{ONE}|{ROSTER}).{0,4}(总是|老是|每次都|从来不|永远|一直都是)', rewrite: '本次大促出现__次，集中在______场景' },
  { severity: 'label', source: '根本不|压根|完全没有?(意识|概念)', rewrite: '该要求没有出现在培训/SOP 的______部分' },
  { severity: 'blame', source: '说了多少遍|讲过无数次|不是说过|早就说过|跟你说过', rewrite: '要求已传达但未落到______（快捷语/弹窗/质检项）' },
  { severity: 'label', source: '明明|居然|竟然|怎么可能', rewrite: '删语气词，只写事实：时间、动作、结果' },
  { severity: 'blame', source: '应该知道|这都不会|这都不知道|连.{1,8}都(不|没)', rewrite: '新人在______上没有可查的资料' },
  { severity: 'label', source: '不听话|不服从|不配合|不执行', rewrite: '执行与要求不一致，原因是______（不清楚/做不到/有冲突）' },
  { severity: 'label', source: '粗心|马虎|大意|低级错误', rewrite: '该步骤靠人工记忆，改为______（校验/模板/自动带出）' },
  { severity: 'blame', source: '推卸|甩锅|找借口|借口', rewrite: '该问题跨______部门，约定接口人与时限' },
  { severity: 'excuse', source: '(都是|全是)(仓库|运营|物流|快递|系统|平台)的?(错|问题|锅)', rewrite: '外部因素：______；我们可控的部分：______' },
  { severity: 'excuse', source: '(大促|旺季)都(这样|正常)|没办法|只能这样', rewrite: '可控/不可控分开写；可控部分的动作：______' },
  { severity: 'label', source: '最差|垫底|倒数|黑名单|拖油瓶', rewrite: '按时段/问题类型/班次看分布，不写个人排名' },
  { severity: 'blame', source: '(客服[A-Z]|{ONE}|{ROSTER}).{0,6}(太慢|太差|最慢|不行)', rewrite: '该班次平均响应__秒（并发__，咨询__），共性压力点是______' },
  { severity: 'punish', source: '没长记性|不长记性|屡教不改|再犯', rewrite: '同类场景出现第__次，现有措施未生效，换成______' },
  { severity: 'label', source: '你们(客服|新人|临促)就是', rewrite: '临促人员在______场景需要______支持' },
  { severity: 'punish', source: '批评|点名', rewrite: '从该案例提炼：______' },
  { severity: 'punish', source: '必须给我|给我(改|写|交)', rewrite: '约定：______ 由 ______ 在 ______ 前完成' },
  { severity: 'label', source: '{PERSON}.{0,6}(态度|能力|水平|素质|悟性)(太|很|真|比较)?(不好|差|低|弱|恶劣|敷衍|不行)', rewrite: '该场景的答复没有达到______标准；补______（话术/培训/速查资料）' },
  { severity: 'label', source: '{PERSON}.{0,6}(就是|太|很|真|最|又)?(懒(?!人)|不靠谱|敷衍|拖拉|马马虎虎|没耐心|没有耐心|没用心|没有用心)', rewrite: '该步骤没有按要求完成；当时在线__人、并发__，缺少______提醒或检查' },
  { severity: 'label', source: '没有?(责任感|责任心|脑子|上进心)|责任(感|心)(太|很|真)?差', rewrite: '该步骤缺少检查机制；增加______检查点' },
  { severity: 'blame', source: '失职|渎职|没尽到责任|未尽(到)?责任|睁一只眼闭一只眼', rewrite: '这个环节没有约定由哪个岗位、在什么时间检查；补______' },
  { severity: 'blame', source: '(主要|就|只|要|得|应该)怪(?!不得)|怪罪', rewrite: '由以下因素共同造成：①流程 ②资料 ③人力 ④系统' },
  { severity: 'blame', source: '{PERSON}.{0,2}(的)?(疏忽|过失|失误|过错)', rewrite: '这一步没有复核，改为______（校验/模板/双人确认）' },
  { severity: 'blame', source: '(是|由|因为|因){PERSON}.{0,4}(造成|引起|导致|招来|惹)', rewrite: '该问题出现在______环节，缺少______' },
  { severity: 'blame', source: '追究.{0,6}责任|谁.{1,8}谁(负责|赔|承担)', rewrite: '本会不追究个人；补上的流程是______' },
  { severity: 'label', source: '{PERSON}.{0,8}(不会说话|乱说话?|乱承诺|乱答|瞎说|不想干活|不听指挥|玩手机|睡觉|不干活)', rewrite: '______场景没有统一口径或排班，答复因人而异；补______' },
  { severity: 'label', source: '{PERSON}.{0,10}(一塌糊涂|乱七八糟|太烂|很烂)', rewrite: '这项安排缺少______（清单/时间表/演练），下次提前______天确认' },
  { severity: 'label', source: '某些人|个别人', rewrite: '写场景和次数，不指人：______场景出现__次' },
  { severity: 'label', source: '懒得', rewrite: '该步骤没有完成；当时______（负荷/权限/工具）不支持' },
  { severity: 'label', source: '没有?(认真|好好|仔细)|(?<![错混忙杂])乱(回|答|说|承诺)(?!率)', rewrite: '该步骤没有核对清单；增加______检查点' },
  { severity: 'blame', source: '被{PERSON}.{0,2}(搞|弄|得罪|耽误|拖)|{PERSON}.{0,6}(搞砸|弄丢|弄反|搞丢|得罪)', rewrite: '这一步没有复核，改为______（校验/模板/双人确认）' },
  { severity: 'label', source: '{PERSON}.{0,10}(什么(都|也)(不会|不懂|不管)|一问三不知|(还|都|总|老)(是)?(记不住|学不会|搞不懂|分不清))', rewrite: '______没有可查的资料或练习；补______（速查卡/演练）' },
  { severity: 'label', source: '靠不住|信不过|不懂装懂|爱理不理|爱答不理|嫌麻烦|怕麻烦|图省事|活该|(?<!系统|程序)擅自', rewrite: '该步骤的做法与要求不一致，原因是______（不清楚/做不到/没有权限）' },
  { severity: 'label', source: '(素质|责任意识|服务意识|责任心|大局观)(实在|太|很|真|比较)?(堪忧|淡薄|薄弱|低下|不强|不够|差|低)|态度(太|很|真|比较)?(敷衍|恶劣|冷淡|傲慢|散漫)', rewrite: '该场景的答复没有达到______标准；补______（话术/培训/速查资料）' },
  { severity: 'label', source: '{PERSON}.{0,6}(?<!接待|处理|承接|服务|发货|打包)(能力|水平|经验|素质)(实在|太|很|还是)?(不足|有限|欠缺|跟不上|不够)|水平实在', rewrite: '对______的培训/速查资料不足，补______' },
  { severity: 'blame', source: '责任(全|都|主要|完全|就)?(在|归|是){PERSON}|问题(就|全|都|主要)?(出)?在{ONE}', rewrite: '这个环节的流程在哪一步断开？补______' },
  { severity: 'blame', source: '背(这个|这口|了|黑)?锅|(都|全|就)?是{PERSON}.{0,3}的锅', rewrite: '由以下因素共同造成：①流程 ②资料 ③人力 ④系统' },
  { severity: 'blame', source: '(?<!顾客|买家|客户)明知', rewrite: '该规则没有在______（页面/快捷语/弹窗）提示' },
  { severity: 'blame', source: '干(什么|嘛|吗)(去|吃)(了|的)|(怎么|到底)想的', rewrite: '该时段在岗__人、并发__；缺少______（提醒/交接/顶班）' },
  { severity: 'blame', source: '{ONE}.{0,6}(忘了|忘记|忘掉|漏了|弄错|搞错|发错|答错|看错)', rewrite: '这一步靠人记忆，改为______（校验/模板/自动提醒）' },
  { severity: 'blame', source: '(丢|扔|放|撂|晾|挂)(在一边|在一旁|着)?不(管|理|回|处理)|置之不理|不管不问|不闻不问', rewrite: '未完结的会话没有提醒或接手的人；补______（提醒/交接单）' },
  { severity: 'label', source: '{PERSON}.{0,8}(迟到|早退|旷工|缺勤|脱岗|吵(了)?起来|吵架|对骂|反应(太|很|真)?(迟钝|慢)|手脚(太|很)?慢|管理(太|很)?混乱|管理不善|指挥不力)', rewrite: '该时段计划__人、实到__人（并发__）；缺少______（备班/演练/分流规则）' },
  { severity: 'label', source: '推来推去|踢皮球|互相推(?!荐|送)', rewrite: '该问题没有约定第一责任岗位与时限；补______' },
  { severity: 'blame', source: '(要是|如果|若是|要不是|但凡){ONE}.{0,6}(多|早|肯|仔细|认真|细心|上点心)', rewrite: '下次在______之前加一步______（提示/核对）' },
  { severity: 'label', source: '像{PERSON}(这样|这种)|(就)?不该(留|招|用|让{PERSON})', rewrite: '从该案例提炼：______；需要的支持：______' },
  { severity: 'label', source: '{PERSON}(们)?(就是|真是|真的|实在|确实|根本)不行', rewrite: '在______场景需要______支持（带教/速查卡/分流）' },
  { severity: 'label', source: '{ONE}[^，。；,;、]{0,10}{SHORTCOMING}', rewrite: '不写人，写岗位、班次或场景：当时______（负荷/资料/权限/系统），缺少______（步骤/提醒/支持）' },
  { severity: 'label', source: '磨磨(唧唧|蹭蹭)|拖拖拉拉|磨洋工|出工不出力|偷奸耍滑|偷工减料|耍滑头|(在|就|光)划水|摆烂|混(工时|日子)|吊儿郎当|好吃懒做|得过且过|不思进取|不求上进', rewrite: '该时段在线__人、并发__，响应__秒；原因待查（负荷/排班/工具）' },
  { severity: 'label', source: '笨手笨脚|毛手毛脚|丢三落四|心不在焉|漫不经心|三心二意|马马虎虎|稀里糊涂|眼高手低|记性(太|很)?差|没记性|死脑筋|一根筋|不开窍|拎不清|缺心眼|没眼力见|眼里没活', rewrite: '这一步靠人记忆和判断；补______（速查卡/校验/模板）' },
  { severity: 'label', source: '敷衍(了事|塞责)|应付了事|糊弄|推三阻四|推诿|掉链子|[给替让].{1,6}擦屁股|不像话|说话不算数|言而无信|阳奉阴违|倚老卖老|自作主张|自以为是|我行我素|拍脑袋|瞎搞|瞎指挥|胡来|胡搞|乱来|没好气|没礼貌|没素质|没教养|(脾气|说话|讲话)(太|很|真|比较)?(急|大|冲|暴躁)|顶嘴|没轻没重|没谱', rewrite: '该场景没有约定的做法；补______（话术/接口人/时限）' },
  { severity: 'blame', source: '(全|都|得|只能)赖|负全责|责任(应|应该|该)?由{PERSON}.{0,4}(承担|负)|气(跑|走)了?(顾客|买家|客户)|把(顾客|买家|客户).{0,2}气(跑|走)', rewrite: '由以下因素共同造成：①流程 ②资料 ③人力 ④系统' },
];

/**
 * What makes a clause about one person a reproach, whatever its words: something not done, done wrong, late or badly. What somebody had no
 * means for, and a number that went down, is none.
 */
export const shortcoming =
  '(不(?!少|断|错|仅|但|再|到|同|一致|符|够用|用)|(?:没有?|未)(?![^，。；,;]{0,8}(?:权限|资料|培训|时间|收到|通知|账号|工具|提示|空|接到))(?!读)|错(?!误率)|差(?!评|价|额|异|不多)|慢(?!慢)|忘|漏(?!斗)|乱|懒|急(?!单|救|件|诊)|拖(?!把|鞋)|偷|骂|凶|怼|烂|(?<!失)误(?!差|点|锁|会)|笨|私自|磨蹭|晾(?!衣)|怠|吵|光顾|只顾)';

/** One person: a letter, a short name such as 小王 or 阿宁, 她; not 小时, 老客户, 阿里. */
export const onePerson =
  '(客服[A-Z](?![A-Za-z])|[你他她](?!们|人)|小(?!时|组|程序|票|于|数|额|范围|批|件|结|店|型|部分|问题|包|计|幅|心|红书|二|众|规模|高峰|朋友|孩|号|样|标|图|窗|份|量|区|品|类|步|段|字|火|额)[\\u4e00-\\u9fff]|(?<![古])老(?!客|款|板|是|化|顾|用户|旧|年|人|家|牌|式|系统|规|页|版|店|活动|会员|早|师)[\\u4e00-\\u9fff]|阿(?!里|胶|姨|迪)[\\u4e00-\\u9fff]|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯](?:姐|哥|总|工)|{ROSTER})';

/** Words that name people in a customer-service team; systems, pages and goods are none. */
export const personWords =
  `(${onePerson}|客服|售前|售后|新人|新来的|临促|临时工|实习生|外包|组长|主管|店长|经理|老师|质检|班组|同学|同事|夜班|晚班|早班|值班|(?:[\\u4e00-\\u9fff]{1,4}的)人|[那这][几两三]个人|[几两三]位同事|你们|他们|她们)`;

/** Words of others, which are never looked at: what stands in quotation marks, what follows 买家原话： to the end of the sentence, what a customer says of us to the end of the clause. */
export const quotedWords = /“[^”]*”|「[^」]*」|『[^』]*』|"[^"]*"|(?:买家|顾客|客户|用户|消费者)(?:原话|原文|反馈|评价|留言|说|投诉)(?:说|内容)?[:：].*$|(?:买家|顾客|客户|用户|消费者)(?:骂|说|抱怨|吐槽|反映|认为|觉得)[^，。；,;！!]*/g;

/** Right before the words found: 没有客服偷懒, 不要责怪. */
export const negatedBefore = /(?:没有?|无|并非|(?<!要)不是|不要|不能|不会|别|勿|避免|禁止)[^，。；,;]{0,3}$|不$/;

/** A negated sentence is fine: 不追究个人责任. */
export const blameExempt = /(不|不是|不是为了|避免|禁止|而非|不做|不作|拒绝|非)[^，。；,;]{0,4}(追责|问责|指责|批评|点名|批斗)/;
