# Activities
activities = Activities
