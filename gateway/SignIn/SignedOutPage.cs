using Disclosure.Gateway.Failures;
using Disclosure.Gateway.Pages.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Gateway.SignIn;

/// <summary>Says that the session has ended (退出), also where several people share a machine.</summary>
internal static class SignedOutPage
{
    /// <summary>Address of the page.</summary>
    public const string Address = "/signin/signed-out";

    /// <summary>The page.</summary>
    public static IResult Result() => new RazorComponentResult<FailurePage>(new
    {
        Status = StatusCodes.Status200OK,
        Text = new FailureText("您已退出", "工作台的登录已经结束。使用公用电脑的，请关闭浏览器。") { Way = new FailureWay("/staff", "重新登录") },
    });
}
