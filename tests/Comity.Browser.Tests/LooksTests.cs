namespace Comity.Browser.Tests;

/// <summary>Whoever looks can see: a page with one fault of each sort, and every fault is named.</summary>
public class LooksTests(Chromium chromium)
{
    private const string Faulty = """
        <!DOCTYPE html>
        <html lang="en">
        <head><title>A page – Testmere Council</title></head>
        <body>
          <a class="govuk-skip-link" href="#main">Skip</a>
          <main id="main">
            <h1>A page</h1>
            <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
            <p style="color: #bbb; background: #fff">Too pale to read.</p>
            <p><input id="twice"><span id="twice">A name</span></p>
            <label for="nowhere">A label</label>
            <div style="width: 900px">As wide as that.</div>
            <button style="width: 12px; height: 12px; padding: 0">x</button>
            <iframe title="Elsewhere" srcdoc="<p>Elsewhere</p>"></iframe>
          </main>
        </body>
        </html>
        """;

    [Fact]
    public async Task Look_at_a_page_with_a_fault_of_each_sort_names_every_one()
    {
        await using var site = await Site.StartEmptyAsync();
        await using var visit = await Visit.StartAsync(chromium, site);
        await visit.Page.SetContentAsync(Faulty);

        var faults = await Looks.WrongAsync(visit.Page);

        string[] wanted =
        [
            "axe image-alt (critical)",
            "axe color-contrast (serious)",
            "axe label (critical)",
            "a frame, and nobody looks into it",
            "the id \"twice\" twice",
            "a label for nowhere, which is not there",
            "px wide at 320",
            "a target of 12 by 12",
        ];
        foreach (var one in wanted)
        {
            faults.ShouldContain(fault => fault.Contains(one), one);
        }
    }
}
