namespace Comity.Protocols.Evaluation;

/// <summary>The bits that each answer to a fact sets, in one block, for the rules of one act.</summary>
internal sealed class AnswerTable
{
    private readonly SliceFact[] facts;

    // By the fact's index in the vocabulary its place in the masks; -1 for a fact of which no rule on the act asks.
    private readonly short[] places;

    // For each fact the bits of all its tests, and after them those that each of its choices makes true.
    private readonly ulong[] masks;

    public AnswerTable(SliceFact[] facts, int factsOfVocabulary)
    {
        this.facts = facts;
        places = new short[factsOfVocabulary];
        Array.Fill(places, (short)-1);
        var block = new List<ulong>();
        foreach (var fact in facts)
        {
            places[fact.Fact.Index] = checked((short)block.Count);
            block.Add(fact.Atoms);
            block.AddRange(fact.Fact.Choices.Select((choice, i) => fact.Masks(new FactAnswer(fact.Fact, i, default, default, null)).True));
        }

        masks = [.. block];
    }

    /// <summary>Looks an answer up. False when no rule asks about the fact.</summary>
    /// <param name="situation">The situation.</param>
    /// <param name="i">The place of the answer in it.</param>
    /// <param name="chosen">The same answer as numbers.</param>
    /// <param name="atoms">The bits of all tests of the fact.</param>
    /// <param name="answered">Those that the answer makes true.</param>
    public bool TryGet(Situation situation, int i, ChosenAnswer chosen, out ulong atoms, out ulong answered)
    {
        (atoms, answered) = (0, 0);
        var place = places[chosen.Fact];
        if (place < 0)
        {
            return false;
        }

        atoms = masks[place];
        answered = chosen.Choice >= 0 ? masks[place + 1 + chosen.Choice] : Weigh(in situation.AnswersInOrder[i]);
        return true;
    }

    // A number, a date or a stage has too many values for a table.
    private ulong Weigh(in FactAnswer answer)
    {
        foreach (var fact in facts)
        {
            if (fact.Fact.Index == answer.Fact.Index)
            {
                return fact.Masks(answer).True;
            }
        }

        throw new System.Diagnostics.UnreachableException();
    }
}
