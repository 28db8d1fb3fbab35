using Comity.Service.Arrangements;

namespace Comity.Service.Requests;

/// <summary>How far up an overdue reply has gone, and how it goes on.</summary>
/// <param name="Taken">The steps whose officers were told.</param>
/// <param name="Next">The next step that leads to somebody; null when there is none.</param>
/// <param name="NextOn">The day on which the next step is taken without anybody's doing; null when it is not.</param>
/// <param name="Between">The council's own choice of the days between two steps; null where it has settled none.</param>
public sealed record LadderStanding(IReadOnlyList<LadderStep> Taken, LadderStep? Next, DateOnly? NextOn, Arrangement? Between);
