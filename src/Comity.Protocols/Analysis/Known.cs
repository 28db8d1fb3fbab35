namespace Comity.Protocols.Analysis;

/// <summary>The facts settled so far, as the rules of one act in one protocol or two see them.</summary>
internal readonly record struct Known(ulong TrueOne, ulong FalseOne, int StageOne, ulong TrueOther, ulong FalseOther, int StageOther)
{
    public static Known Nothing { get; } = new(0, 0, View.StageOpen, 0, 0, View.StageOpen);

    public Known With(in AxisValue value) =>
        new(
            TrueOne | value.One.True,
            FalseOne | value.One.False,
            value.One.Stage == View.StageOpen ? StageOne : value.One.Stage,
            TrueOther | value.Other.True,
            FalseOther | value.Other.False,
            value.Other.Stage == View.StageOpen ? StageOther : value.Other.Stage
        );
}
