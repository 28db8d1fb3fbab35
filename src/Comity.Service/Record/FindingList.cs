namespace Comity.Service.Record;

/// <summary>Collects findings up to a limit: a record that is wrong throughout says so without filling the memory.</summary>
internal sealed class FindingList
{
    public const int Limit = 200;

    private readonly List<RecordFinding> _findings = [];

    public IReadOnlyList<RecordFinding> Findings => _findings;

    public bool IsCutShort { get; private set; }

    public void Add(RecordFindingKind kind, string file, string message, long? sequence = null)
    {
        if (_findings.Count < Limit)
        {
            _findings.Add(new RecordFinding(kind, file, sequence, message));
        }
        else
        {
            IsCutShort = true;
        }
    }
}
