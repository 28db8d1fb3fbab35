using System.Globalization;
using Comity.Protocols.Explanations;
using Comity.Protocols.Interviews;
using Comity.Protocols.Vocabularies;
using Comity.Service.ProtocolLibrary;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Comity.Web.Pages.MayI;

/// <summary>The next question, until nothing that can still be asked changes the answer.</summary>
public sealed class ActModel(Library library, ThisCouncil ours, CurrentViewer current) : InterviewPageModel(library, ours, current)
{
    /// <summary>Which question is answered.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Answer { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    /// <summary>The fact that the answer took for granted, and of which somebody wants to say otherwise.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Presumed { get; set; }

    /// <summary>The second button: the question is left open.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Open { get; set; }

    /// <summary>Whether the viewer has the role.</summary>
    public bool IsOwn(Role role) => Viewer.Roles.Any(own => Vocabulary.Roles.ContainsKey(own) && Vocabulary.RoleIs(own, role.Name));

    public async Task<IActionResult> OnGetAsync(string act, CancellationToken cancellationToken)
    {
        await LoadAsync(act, cancellationToken);
        if (
            Step is SettledStep settled
            && settled.Decision.Presumptions.FirstOrDefault(one => one.Fact.Name == Presumed) is { } presumption
        )
        {
            Step = new FactStep(new Question(presumption.Fact, IsForDate: false));
        }

        return Asked is not null ? Take()
            : Step is SettledStep ? Redirect(Said.AnswerPath())
            : Page();
    }

    private IActionResult Take()
    {
        var key = Step switch
        {
            WhoStep who => Said.KeyOf(who.Place),
            FactStep fact => fact.Question.Fact.Name,
            _ => null,
        };
        if (key is null || key != Asked)
        {
            // Answered already, in another window or with the back button.
            return Redirect(Said.Path());
        }

        if (Open)
        {
            return Redirect(Said.With(key, "").Path());
        }

        var value = Step is FactStep { Question.Fact.Kind: FactKind.Date }
            ? Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : Answer;
        if (value is "nobody")
        {
            return Redirect(Said.With(key, "").Path());
        }

        var next = value?.Trim() is { Length: > 0 } said ? Said.WithAnswer(key, said, Vocabulary) : null;
        if (next is not null)
        {
            return Redirect(next.Path());
        }

        var (field, words) = Step switch
        {
            WhoStep => (nameof(Answer), "Choose who it is"),
            FactStep { Question.Fact.Kind: FactKind.Number } => (nameof(Answer), "Enter a number in digits, like 3"),
            FactStep { Question.Fact.Kind: FactKind.Date } => (nameof(Day), "Enter a day, or choose that you do not know it"),
            _ => (nameof(Answer), "Choose an answer"),
        };
        if (ModelState.GetFieldValidationState(field) != ModelValidationState.Invalid)
        {
            ModelState.AddModelError(field, words);
        }

        // The answers travel in the address, so a wrong one comes by GET; it is answered like any other wrong form.
        var page = Page();
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }
}
