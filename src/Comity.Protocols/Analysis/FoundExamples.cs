namespace Comity.Protocols.Analysis;

/// <summary>Gathers counter-examples. Who is said generally is not said again of those who are of that kind.</summary>
internal sealed class FoundExamples(Vocabulary vocabulary)
{
    private readonly Dictionary<(CounterKind, string Act, string Norms), List<(CounterExample Example, int[] By, int[] About)>> found = [];

    /// <summary>All of them but the notes of what fails for the same people anyway.</summary>
    public IReadOnlyList<CounterExample> All
    {
        get
        {
            var all = found.Values.SelectMany(list => list.Select(known => known.Example)).ToList();
            return [.. all.Where(example => example.IsFailure || !all.Exists(other => Tells(other, example)))];
        }
    }

    public void Keep(CounterExample example)
    {
        var key = (example.Kind, example.Act, string.Join(' ', example.Norms));
        if (!found.TryGetValue(key, out var known))
        {
            found[key] = known = [];
        }

        var (by, about) = (Numbers(example.By), Numbers(example.About));
        if (!known.Exists(other => AreKinds(by, other.By) && AreKinds(about, other.About)))
        {
            known.Add((example, by, about));
        }
    }

    /// <summary>False when it would be said again. Building the words and the situation of what is known already would be most of the work.</summary>
    public bool IsNew(CounterKind kind, string act, string norms, int[] by, int[] about)
    {
        if (found.TryGetValue((kind, act, norms), out var known))
        {
            foreach (var other in known)
            {
                if (AreKinds(by, other.By) && AreKinds(about, other.About))
                {
                    return false;
                }
            }
        }

        return true;
    }

    public int[] Numbers(IReadOnlyList<string> roles) => [.. roles.Select(role => vocabulary.RoleIndex[role])];

    private bool AreKinds(int[] roles, int[] general)
    {
        foreach (var kind in general)
        {
            if (!Array.Exists(roles, role => vocabulary.RoleIs(role, kind)))
            {
                return false;
            }
        }

        return true;
    }

    // What fails for somebody need not be noted of them as well.
    private static bool Tells(CounterExample failure, CounterExample note) =>
        failure.IsFailure
        && failure.Act == note.Act
        && failure.Norms.SequenceEqual(note.Norms)
        && failure.By.SequenceEqual(note.By)
        && failure.About.SequenceEqual(note.About);
}
