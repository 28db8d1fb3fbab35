using Comity.Service.Matters;
using Comity.Service.Record;

namespace Comity.Service.Concerns;

/// <summary>A concern taken up for a change by somebody who may make it.</summary>
public sealed record OpenedConcern(Matter Matter, ConcernSeen Seen, CouncilWrite Write)
{
    public ConcernCourse Course => Seen.Course;
}
