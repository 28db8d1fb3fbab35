using Comity.Protocols.Vocabularies;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

/// <summary>An officer asks the member something, and sees whether the protocol makes the member owe an answer.</summary>
public sealed class AskMemberModel(
    Comity.Service.Requests.Enquiries enquiries,
    MembersAnswer answer,
    Library library,
    AskMember act,
    CurrentViewer current
) : WordsPageModel(enquiries, current)
{
    [BindProperty]
    public string? Channel { get; set; } = AskMember.Channels[0];

    /// <summary>The ways of asking, as the vocabulary has them.</summary>
    public IReadOnlyList<FactChoice> Channels { get; private set; } = [];

    public ProtocolSays Says { get; private set; } = ProtocolSays.Nothing;

    protected override string Missing => "Enter what you need to know";

    protected override bool May(Standing standing) => standing.IsOwner;

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(Today, cancellationToken);
        Channels = [.. read.Vocabulary.Facts["channel"].Choices.Where(choice => AskMember.Channels.Contains(choice.Name))];
        Says = (await answer.OfAsync(Matter, AskMember.Channels[0], Today, cancellationToken))?.Says ?? ProtocolSays.Nothing;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        if (Channels.All(channel => channel.Name != Channel))
        {
            ModelState.AddModelError(nameof(Channel), "Choose how you ask");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new AskMemberRequest(At, Words!.Trim(), Channel!), Viewer, cancellationToken),
                "The member has been asked. The clock runs on.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
