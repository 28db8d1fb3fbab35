using Comity.Protocols;
using Comity.Protocols.Calendars;
using Comity.Protocols.Interviews;
using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.MayI;

/// <summary>An interview about one act. Everything that was said is in the address.</summary>
public abstract class InterviewPageModel(Library library, ThisCouncil ours, CurrentViewer current) : PageModel
{
    private ReadTogether _read = null!;

    public Said Said { get; private set; } = null!;

    public InterviewStep Step { get; protected set; } = null!;

    public Viewer Viewer { get; private set; } = Viewer.Nobody;

    protected ReadTogether Read => _read;

    public Vocabulary Vocabulary => _read.Vocabulary;

    public DateOnly Today => current.Today;

    public string ProtocolTitle => _read.File.Control.Title;

    /// <exception cref="NotFoundException">The protocol does not speak of the act, or the address holds what the vocabulary does not: it was not made here.</exception>
    protected async Task LoadAsync(string act, CancellationToken cancellationToken)
    {
        _read = await library.OnAsync(current.Today, cancellationToken);
        Viewer = await current.GetAsync(cancellationToken);
        if (!_read.Protocol.ActsNamed.Contains(act) || Said.From(Vocabulary.Acts[act], Request.Query, Vocabulary) is not { } said)
        {
            throw new NotFoundException();
        }

        Said = said;
        Step = said.In(_read.Protocol, current.Today)
            .Next(CouncilCalendars.Of(_read.Holidays, Nations.FromKey(ours.Nation) ?? Nation.EnglandAndWales));
    }
}
