using System.Globalization;
using Comity.Service.Setup;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Setup;

/// <summary>One question of the set-up. Its answers are kept in the database with each step, so a browser or a service that stops loses nothing.</summary>
public abstract class SetUpPage(SetUpGate gate, SetUpJourneys journeys) : PageModel
{
    private static readonly string[] Pages =
    [
        "/Setup/Council",
        "/Setup/Protocol",
        "/Setup/People",
        "/Setup/Roles",
        "/Setup/MonitoringOfficer",
        "/Setup/Clerk",
        "/Setup/Check",
    ];

    /// <summary>The version of the answers when the page was opened.</summary>
    [BindProperty]
    public int Version { get; set; }

    public SetUpAnswers Answers { get; private set; } = new();

    public abstract SetUpStage Stage { get; }

    public string Step => string.Create(CultureInfo.InvariantCulture, $"Step {(int)Stage + 1} of {Pages.Length}");

    public string BackTo => Stage == SetUpStage.Council ? "/set-up" : Url.Page(Pages[(int)Stage - 1])!;

    protected SetUpJourney Journey { get; private set; } = null!;

    protected SetUpGate Gate { get; } = gate;

    public static string PageOf(SetUpStage stage) => Pages[(int)stage];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (Gate.IsClosed)
        {
            throw new NotFoundException();
        }

        var cancellationToken = HttpContext.RequestAborted;
        if (await Gate.OpenAsync(cancellationToken) is not { } journey)
        {
            context.Result = RedirectToPage("/Setup/Index");
            return;
        }

        Journey = journey;
        Answers = SetUpJourneys.AnswersOf(journey);
        if (Stage > Answers.FirstOpen)
        {
            context.Result = RedirectToPage(PageOf(Answers.FirstOpen));
            return;
        }

        await LoadAsync(cancellationToken);
        if (HttpMethods.IsPost(Request.Method) && Version != journey.Version)
        {
            Version = journey.Version;
            context.Result = this.ChangedSinceOpened();
            return;
        }

        Version = journey.Version;
        ModelState.Remove(nameof(Version));
        await next();
    }

    /// <summary>What the page shows besides the answers: lists to choose from.</summary>
    protected virtual Task LoadAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected async Task<IActionResult> KeepAsync(SetUpAnswers answers, CancellationToken cancellationToken)
    {
        await journeys.KeepAsync(Journey, answers, cancellationToken);

        // Whoever came back from the last page to change one answer goes on from there to whatever is open now.
        return RedirectToPage(
            PageOf(answers.FirstOpen == SetUpStage.Check ? SetUpStage.Check : (SetUpStage)Math.Min((int)Stage + 1, (int)answers.FirstOpen))
        );
    }

    protected void Require(string? text, string field, string missing, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            ModelState.AddModelError(field, missing);
        }
        else
        {
            AtMost(text, field, longest);
        }
    }

    protected void AtMost(string? text, string field, int longest)
    {
        if (text?.Trim().Length > longest)
        {
            ModelState.AddModelError(field, string.Create(CultureInfo.InvariantCulture, $"This must be {longest} characters or fewer"));
        }
    }

    protected static string? TrimOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
