engine-back = Back
engine-danger = Danger? Call { $phone-112 }.
