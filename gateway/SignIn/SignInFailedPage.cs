namespace Disclosure.Gateway.SignIn;

/// <summary>Says that a sign-in did not complete and how to go on.</summary>
internal static class SignInFailedPage
{
    public static IResult Result { get; } = Results.Content("""
        <!doctype html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>登录没有完成</title></head>
        <body><main>
          <h1>登录没有完成</h1>
          <p>登录页面可能打开得太久，或者您取消了登录。您没有登录，也没有任何内容被更改。</p>
          <p><a href="/signin">重新登录</a>　<a href="/">回到首页</a></p>
        </main></body>
        </html>
        """, "text/html; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
}
