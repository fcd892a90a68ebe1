namespace Disclosure.Rules.Deadlines;

/// <summary>Sources of explanation lines and errors; what a text does not say is marked as practice.</summary>
internal static class Articles
{
    public const string Practice = "当日不计、自次日起算为通行做法";
    public const string AfterPayment = "缴费后重新计算为实践做法";
    public const string Weekend = "国务院关于职工工作时间的规定第七条";
    public const string Notice = "国务院办公厅关于部分节假日安排的通知";
    public const string Correction = "条例第三十条";
    public const string ThirdParty = "条例第三十二条、第三十三条第三款";
    public const string JointOrgan = "条例第三十三条第三款、第三十四条";
    public const string Extension = "条例第三十三条第二款";
    public const string Delay = "条例第三十五条";
    public const string NoEvidence = "行政复议法第七十条";
    public const string CivilPeriods = "民法典第二百零三条";
    public const string Fee = "条例第四十二条、国办函〔2020〕109号";
    public const string Facts = "事实须按发生先后记载";
}
