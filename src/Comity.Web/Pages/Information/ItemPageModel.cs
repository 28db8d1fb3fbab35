using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;

namespace Comity.Web.Pages.Information;

/// <summary>A page about one thing that was asked for.</summary>
public abstract class ItemPageModel(Comity.Service.Requests.Enquiries enquiries, InformationItems items, CurrentViewer current)
    : EnquiryPageModel(enquiries, current)
{
    protected const int MostCharacters = 4_000;

    public ItemAsRead Read { get; private set; } = null!;

    public int Number =>
        int.TryParse(RouteData.Values["item"] as string, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    public string Here => $"/enquiries/{Matter.Reference}/information/{Read.Item.Number}";

    /// <summary>Whether the viewer is among those who decide it or are asked about it: what was found is theirs to read, and not the member's.</summary>
    public bool IsInside => IsInsideOf(Standing, Viewer);

    protected override string After => Here;

    internal static bool IsInsideOf(Standing standing, Viewer viewer) =>
        standing.IsOwner
        || AnswerDoubt.IsAskedOf(standing, viewer, ItemQuestions.Consulted)
        || AnswerDoubt.IsAskedOf(standing, viewer, ItemQuestions.Reviewing);

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken) =>
        Read = await items.FindAsync(Matter, Number, cancellationToken) ?? throw new NotFoundException();

    /// <summary>Text as it was typed, and the message beside its field when it is missing or too long.</summary>
    protected string Text(string? typed, string field, string? missing)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0 && missing is not null)
        {
            ModelState.AddModelError(field, missing);
        }
        else if (text.Length > MostCharacters)
        {
            ModelState.AddModelError(field, "Use 4,000 characters or fewer");
        }

        return text;
    }
}
