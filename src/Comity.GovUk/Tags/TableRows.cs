using Comity.GovUk.Components;

namespace Comity.GovUk.Tags;

internal sealed class TableRows
{
    public IReadOnlyList<TableCell>? Head { get; set; }

    public List<IReadOnlyList<TableCell>?> Body { get; } = [];
}
