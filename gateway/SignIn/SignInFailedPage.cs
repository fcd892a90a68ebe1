using Disclosure.Gateway.Failures;
using Disclosure.Gateway.Pages.Shared;
using Disclosure.Gateway.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Disclosure.Gateway.SignIn;

/// <summary>Says that a sign-in did not complete and how to go on.</summary>
internal static class SignInFailedPage
{
    /// <summary>Address of the page.</summary>
    /// <param name="wanted">The page that the person wanted to open, or null.</param>
    public static string Address(string? wanted) => To(OpenIdConnectSetup.FailedPath, wanted);

    public static IResult Result(string? wanted) => new RazorComponentResult<FailurePage>(new
    {
        Status = StatusCodes.Status400BadRequest,
        Text = new FailureText("登录没有完成", "登录页面可能打开得太久，或者您取消了登录。您没有登录，也没有任何内容被更改。")
        {
            Way = new FailureWay(To("/signin", wanted), "重新登录"),
        },
    })
    { StatusCode = StatusCodes.Status400BadRequest };

    /// <summary>The wanted page came through the browser, so it is judged again.</summary>
    private static string To(string path, string? wanted)
        => ReturnAddress.Or(wanted, "") is { Length: > 0 } page ? QueryHelpers.AddQueryString(path, "returnUrl", page) : path;
}
