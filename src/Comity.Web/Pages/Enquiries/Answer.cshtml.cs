using Comity.Service.Content;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

public sealed class AnswerModel(
    Comity.Service.Requests.Enquiries enquiries,
    AnswerOfficer act,
    ContentStore contents,
    CurrentViewer current
) : WordsPageModel(enquiries, current)
{
    /// <summary>What the officer has asked last; null where nothing is.</summary>
    public string? Question { get; private set; }

    protected override string Missing => "Enter your answer";

    protected override bool May(Standing standing) => standing.IsAsker;

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken) =>
        Question = Standing.Said.LastOrDefault(said => said.Kind is MembersAnswer.Asked or PauseClock.MessageKind) is { } asked
            ? await contents.ReadTextAsync(asked.Words.ContentId, cancellationToken)
            : null;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var files = await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new AnswerOfficerRequest(At, Words!.Trim(), files), Viewer, cancellationToken),
                "Your answer has been sent.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
