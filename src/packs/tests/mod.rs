mod adding;
mod forms;
mod pages;
mod reading;
