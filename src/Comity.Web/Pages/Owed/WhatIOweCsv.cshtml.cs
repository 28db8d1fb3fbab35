using Comity.Web.Infrastructure;

namespace Comity.Web.Pages.Owed;

public sealed class WhatIOweCsvModel(OwedList owed, CurrentViewer current) : OwedCsvModel(owed, current, asDebtor: true);
