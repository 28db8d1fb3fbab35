using System.Linq.Expressions;
using Comity.Service.Search;
using Comity.Service.Storage;

namespace Comity.Service.Matters;

/// <summary>
/// The wall. Every list, count, search, feed, email and page starts from one of these, before it ranks, counts or limits. What a grant opens is
/// written once, as an expression: a query that is built for one request, one that is compiled for many, and a page that has the grants in its
/// hand all go by the same words.
/// </summary>
public static class Visibility
{
    private static readonly Expression<Func<Grant, string[], DateTime, bool>> Held = (grant, tokens, at) =>
        Enumerable.Contains(tokens, grant.Token) && grant.From <= at && (grant.Until == null || grant.Until > at);

    private static readonly Expression<Func<IQueryable<Matter>, ComityDb, string[], DateTime, IQueryable<Matter>>> Visible = (
        matters,
        db,
        tokens,
        at
    ) =>
        matters.Where(matter =>
            db.Grants.Any(grant => grant.MatterId == matter.Id && grant.Part == Parts.Matter && grant.IsHeldBy(tokens, at))
        );

    private static readonly Func<Grant, string[], DateTime, bool> HeldInMemory = Held.Compile();

    private static readonly Func<IQueryable<Matter>, ComityDb, string[], DateTime, IQueryable<Matter>> VisibleNow = Spelled(Visible)
        .Compile();

    /// <summary>The matters of which the viewer may know that they exist, at the instant.</summary>
    public static IQueryable<Matter> VisibleTo(this IQueryable<Matter> matters, ComityDb db, Viewer viewer, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return VisibleNow(matters, db, viewer.Tokens, at);
    }

    /// <summary>The same for somebody with these viewer tokens; in a query that is to be compiled, within <see cref="Spelled"/>.</summary>
    public static IQueryable<Matter> VisibleTo(this IQueryable<Matter> matters, ComityDb db, string[] tokens, DateTime at) =>
        VisibleNow(matters, db, tokens, at);

    /// <summary>The matters of which the viewer was shown who has opened what; that alone, and nothing of the matter.</summary>
    public static IQueryable<Matter> ReadsShownTo(this IQueryable<Matter> matters, ComityDb db, Viewer viewer, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var tokens = viewer.Tokens;
        return matters.Where(
            Spelled<Func<Matter, bool>>(matter =>
                db.Grants.Any(grant => grant.MatterId == matter.Id && grant.Part == Parts.Reads && grant.IsHeldBy(tokens, at))
            )
        );
    }

    /// <summary>The texts in which the viewer may look for words: of the parts alone that are granted.</summary>
    public static IQueryable<SearchText> SearchedBy(this IQueryable<SearchText> texts, ComityDb db, Viewer viewer, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var tokens = viewer.Tokens;
        return texts.Where(
            Spelled<Func<SearchText, bool>>(text =>
                db.Grants.Any(grant => grant.MatterId == text.MatterId && grant.Part == text.Part && grant.IsHeldBy(tokens, at))
            )
        );
    }

    /// <summary>The grants that the viewer holds on one matter, at the instant; empty means that for this viewer there is no such matter.</summary>
    public static IQueryable<Grant> HeldBy(this IQueryable<Grant> grants, Guid matterId, Viewer viewer, DateTime at)
    {
        var tokens = viewer.Tokens;
        return grants.Where(Spelled<Func<Grant, bool>>(grant => grant.MatterId == matterId && grant.IsHeldBy(tokens, at)));
    }

    /// <summary>Whether the grant is somebody's with these viewer tokens, at the instant.</summary>
    public static bool IsHeldBy(this Grant grant, string[] tokens, DateTime at) => HeldInMemory(grant, tokens, at);

    /// <summary>A query in which the wall is written out, so that the database can read it.</summary>
    public static Expression<TQuery> Spelled<TQuery>(Expression<TQuery> query)
        where TQuery : Delegate => (Expression<TQuery>)new SpellingOut().Visit(query);

    /// <summary>The same for a query that is put together here and now.</summary>
    public static IQueryable<TRow> SpelledOut<TRow>(this ComityDb db, Expression<Func<IQueryable<TRow>>> query)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(query);
        return ((IQueryable)db.Matters).Provider.CreateQuery<TRow>(new SpellingOut().Visit(query.Body));
    }

    private sealed class SpellingOut : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            LambdaExpression? meaning = node.Method switch
            {
                var method when method.DeclaringType != typeof(Visibility) => null,
                { Name: nameof(VisibleTo) } => Visible,
                { Name: nameof(IsHeldBy) } => Held,
                _ => null,
            };
            return meaning is null
                ? base.VisitMethodCall(node)
                : Visit(new Putting(meaning.Parameters, node.Arguments).Visit(meaning.Body));
        }
    }

    /// <summary>Puts what was given in the place of a definition's parameters.</summary>
    private sealed class Putting(IReadOnlyList<ParameterExpression> parameters, IReadOnlyList<Expression> given) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node)
        {
            for (var i = 0; i < parameters.Count; i++)
            {
                if (parameters[i] == node)
                {
                    return given[i];
                }
            }

            return node;
        }
    }
}
