using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.GovUk.Tests.Pages;

public sealed class ContentModel : PageModel
{
    public string Hostile { get; } = "\"'><script>alert(1)</script>&amp;";
}
