using Comity.Service.People;

namespace Comity.Service.Requests;

/// <summary>A step that an overdue reply can be taken to.</summary>
/// <param name="Who">The office in words, never a name: "line manager".</param>
/// <param name="Source">The norm that gives the step, or Comity's own safeguard where the protocol has no way up.</param>
/// <param name="Officers">Who acts there today, leaving out whoever owes the reply and whoever asked; empty when nobody may or can.</param>
public sealed record LadderStep(string Who, string Source, IReadOnlyList<HeldOffice> Officers);
