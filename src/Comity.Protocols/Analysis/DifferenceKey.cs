namespace Comity.Protocols.Analysis;

/// <summary>What makes two differences one: the outcomes with the rules behind them, the two routes, or the element that one of them lacks.</summary>
internal readonly record struct DifferenceKey(
    DifferenceKind Kind,
    WeighedAnswer One,
    WeighedAnswer Other,
    string TextOne,
    string TextOther
);
