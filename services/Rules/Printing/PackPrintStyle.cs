namespace Disclosure.Rules.Printing;

/// <summary>Style sheet of a print: A4 in black on white, and a page that reads well on screens of any width.</summary>
internal static class PackPrintStyle
{
    /// <summary>The sheet; the foot of each sheet of paper names the version, so that no sheet can be taken from another.</summary>
    /// <param name="version">Beginning of the fingerprint: hexadecimal digits only.</param>
    public static string Of(string version) => $"@page {{ @bottom-left {{ content: \"规则版本 {version}\"; font-size: 8pt; }} }}\n" + Sheet;

    private const string Sheet = """
        @page { size: A4; margin: 15mm 12mm 16mm 18mm;
          @bottom-right { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; font-size: 8pt; } }
        * { box-sizing: border-box; }
        html { color: #000; background: #fff; }
        body { max-width: 75rem; margin: 0 auto; padding: 1.5rem; font: 1rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei",
          "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; }
        h1 { font-size: 1.75rem; line-height: 1.4; margin: 0 0 .5rem; }
        h2 { font-size: 1.375rem; margin: 2.5rem 0 .75rem; border-bottom: 2px solid #000; padding-bottom: .25rem; }
        h3 { font-size: 1.0625rem; margin: 1.25rem 0 .5rem; }
        p { margin: .5rem 0; }
        a { color: #0b3d7e; text-underline-offset: .2em; }
        a:focus-visible { outline: 3px solid #f2a900; outline-offset: 2px; box-shadow: 0 0 0 2px #000; }
        .skip { position: absolute; left: -999rem; }
        .skip:focus { position: static; }
        table { width: 100%; border-collapse: collapse; table-layout: fixed; }
        th, td { border: 1px solid #555; padding: .4rem .5rem; text-align: left; vertical-align: top; }
        thead th { background: #eee; font-weight: 600; }
        tbody th { font-weight: 600; }
        td.text, td.source { white-space: pre-line; }
        .number { width: 4.5rem; }
        .what { width: 20%; }
        .basis { width: 25%; }
        .labels { width: 7rem; }
        .tick { width: 3.25rem; }
        .label-name { width: 9rem; }
        .label { display: inline-block; white-space: nowrap; border: 1px solid #555; border-radius: .25rem; padding: 0 .25rem;
          font-size: .9375rem; }
        .screen { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; }
        .screen a { display: inline-flex; align-items: center; min-height: 44px; }
        .label.unverified, .label.unconfirmed { border: 2px solid #000; font-weight: 700; }
        .label.example { border-style: dashed; border-width: 2px; }
        .open { border-left: 4px solid #000; margin-top: .375rem; padding-left: .5rem; }
        .rules { color: #444; }
        .contents ul { list-style: none; margin: 0; padding: 0; columns: 18rem; }
        .contents a, .open-list a { display: inline-flex; align-items: center; min-height: 44px; }
        .open-list li { margin-bottom: .5rem; }
        .facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .25rem 1.5rem; margin: 0; }
        .facts dd { margin: 0; }
        .sign td, .sign th { height: 3.5rem; vertical-align: middle; }
        .sign th { width: 9rem; }
        .sign .opinion { height: 9rem; vertical-align: top; }
        @media screen and (max-width: 767.98px) {
          body { padding: 1rem; }
          .values thead { position: absolute; left: -999rem; }
          .values, .values tbody, .values tr, .values th, .values td, .sign, .sign tbody, .sign tr, .sign th, .sign td
            { display: block; width: auto; }
          .values tr { border: 1px solid #555; margin-bottom: .75rem; padding: .25rem 0; }
          .values th, .values td { border: 0; padding: .125rem .75rem; }
          .values td::before { content: attr(data-label) "："; color: #444; }
          .values td.text::before { content: none; }
          .values td.tick { display: none; }
          .contents ul { columns: auto; }
        }
        @media print {
          body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.45; }
          h1 { font-size: 18pt; text-align: center; }
          h2 { font-size: 14pt; margin: 0 0 6pt; break-after: avoid; }
          h3 { font-size: 11pt; margin: 8pt 0 4pt; break-after: avoid; }
          section, .facts + h2, .open-list + h2, p + h2 { margin-top: 14pt; }
          section.sheet { break-before: page; margin-top: 0; }
          thead { display: table-header-group; }
          tr, .sign { break-inside: avoid; }
          th, td { padding: 2.5pt 4pt; border-color: #000; }
          .number { width: 11mm; } .labels { width: 21mm; } .tick { width: 10mm; }
          .label { font-size: 8.5pt; border-color: #000; }
          .rules { color: #000; }
          .screen, .skip { display: none; }
          .open-list a { display: inline; min-height: 0; }
          a { color: #000; text-decoration: none; }
        }
        """;
}
