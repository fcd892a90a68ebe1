using System.Security.Cryptography;
using System.Text;

namespace Disclosure.DevelopmentIssuer.Login;

/// <summary>The one style sheet, inline and named by its hash in the content security policy.</summary>
internal static class Style
{
    public const string Text = """
        :root{--blue:#1a4a8a;--line:#c9d3e0;--red:#b3261e}
        *{box-sizing:border-box}
        body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f3f6fa;color:#1f2937;
        """
        + """
        font:16px/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
        main{width:min(26rem,calc(100vw - 2rem));margin:1rem;padding:2.25rem 2rem;background:#fff;
        """
        + """
        border-top:4px solid var(--blue);border-radius:.5rem;box-shadow:0 8px 30px rgba(20,50,90,.12)}
        h1{margin:0;color:var(--blue);font-size:1.5rem}
        .sub{margin:.25rem 0 1.5rem;color:#4b5563}
        label{display:block;margin:1rem 0 .25rem;font-weight:600}
        input:not([type=hidden]){width:100%;min-height:44px;padding:.5rem .75rem;border:1px solid #6b7a90;
        """
        + """
        border-radius:.375rem;font:inherit}
        button{width:100%;min-height:48px;margin-top:1.5rem;border:0;border-radius:.375rem;background:var(--blue);color:#fff;
        """
        + """
        font:inherit;font-weight:600;cursor:pointer}
        button:hover{background:#123a70}
        :focus-visible{outline:3px solid #f2a900;outline-offset:2px;box-shadow:0 0 0 2px #1f2937}
        .alert{margin:0;padding:.6rem .75rem;border-left:4px solid var(--red);background:#fdecea;color:#7a1a14}
        .note{margin:1.5rem 0 0;padding-top:1rem;border-top:1px solid var(--line);color:#4b5563;font-size:.875rem}
        """;

    public static string Hash { get; } = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
