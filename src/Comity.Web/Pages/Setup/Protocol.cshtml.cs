using Comity.Service.ProtocolLibrary;
using Comity.Service.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Setup;

public sealed class ProtocolModel(SetUpGate gate, SetUpJourneys journeys) : SetUpPage(gate, journeys)
{
    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? DocumentVersion { get; set; }

    [BindProperty]
    public string? Status { get; set; }

    [BindProperty]
    public string? Minute { get; set; }

    [BindProperty]
    public DateOnly? AdoptedOn { get; set; }

    public IReadOnlyList<Pack> Packs => Gate.Library.Packs;

    public override SetUpStage Stage => SetUpStage.Protocol;

    /// <summary>For whom a protocol is written, so that a council sees when it takes one that was not written for it.</summary>
    public static string WrittenFor(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var kinds = pack.File.Control.CouncilKinds.Select(kind => CouncilModel.Kinds.Single(known => known.Value == kind).Text).ToList();
        var nation = CouncilModel.Nations.FirstOrDefault(known => known.Value == pack.File.Control.Nation)?.Text;
        var written = kinds.Count switch
        {
            0 => "any council",
            1 => kinds[0],
            _ => $"{string.Join(", ", kinds[..^1])} or {kinds[^1]}",
        };
        return $"Written for: {written}{(nation is null ? "" : $", in {nation}")}";
    }

    public void OnGet() =>
        (Key, Title, DocumentVersion, Status, Minute, AdoptedOn) = (
            Answers.ProtocolKey,
            Answers.Title,
            Answers.Version,
            Answers.Status,
            Answers.Minute,
            Answers.AdoptedOn
        );

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var pack = Gate.Library.Find(Key ?? "");
        if (pack is null)
        {
            ModelState.AddModelError(nameof(Key), "Choose the protocol that your council works under");
        }

        AtMost(Title, nameof(Title), 200);
        AtMost(DocumentVersion, nameof(DocumentVersion), 60);
        AtMost(Status, nameof(Status), 60);
        AtMost(Minute, nameof(Minute), 200);
        if (pack is not null && pack.File.Diagnostics.Any(fault => fault.Severity == Comity.Protocols.Severity.Error))
        {
            ModelState.AddModelError(nameof(Key), "This protocol has faults and cannot be worked under. Run \"comity check\" to see them");
        }

        return ModelState.IsValid
            ? await KeepAsync(
                Answers with
                {
                    ProtocolKey = Key,
                    Title = TrimOrNull(Title) ?? pack!.File.Control.Title,
                    Version = TrimOrNull(DocumentVersion),
                    Status = TrimOrNull(Status),
                    Minute = TrimOrNull(Minute),
                    AdoptedOn = AdoptedOn,
                    // Another protocol asks other questions.
                    RolesDone = Answers.RolesDone && Answers.ProtocolKey == Key,
                },
                cancellationToken
            )
            : Page();
    }
}
